package dev.influx.lists.rules;

import static dev.influx.lists.DataFault.quote;

import dev.influx.lists.rules.AuthenticityRules.IdDates;
import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the curve of ids that were given one after the other. */
final class IdDatesReader {

  private static final Pattern POINT = Pattern.compile("([1-9][0-9]{0,17}) (\\S+)");
  private static final Instant FIRST_DAY = Instant.parse("2006-03-21T00:00:00Z");

  private IdDatesReader() {}

  static Optional<IdDates> read(StrictMapping root) {
    String id = RulesReader.id(root, "id_dates");
    String description = root.text("description");
    String source = root.text("source");
    List<Point> points = points(root.value("points"));
    return root.complete(() -> new IdDates(id, description, source, points));
  }

  private static List<Point> points(StrictValue list) {
    List<StrictValue> items = list.items();
    List<Point> points = new ArrayList<>();
    for (StrictValue item : items) {
      Optional<Point> point = point(item);
      if (!points.isEmpty()) {
        point.ifPresent(next -> requireRise(item, points.get(points.size() - 1), next));
      }
      point.ifPresent(points::add);
    }
    if (items.size() == 1) {
      list.refuse("has one point", "write two or more");
    }
    return points;
  }

  private static Optional<Point> point(StrictValue item) {
    String text = item.text();
    Matcher parts = POINT.matcher(text);
    Optional<Point> point =
        parts.matches()
            ? instant(parts.group(2)).map(at -> new Point(Long.parseLong(parts.group(1)), at))
            : Optional.empty();
    if (point.isEmpty() && !text.isEmpty()) {
      item.refuse("is " + quote(text), "write an id and a date, such as 12 2006-03-21T20:50:14Z");
    }
    point
        .filter(known -> known.madeAt().isBefore(FIRST_DAY))
        .ifPresent(early -> item.refuse("is before X was", "write a date from 2006-03-21 on"));
    return point;
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static void requireRise(StrictValue item, Point before, Point point) {
    if (point.accountId() <= before.accountId()) {
      item.refuse(
          "has an id that is not above " + before.accountId(), "let ids rise from point to point");
    }
    if (!point.madeAt().isAfter(before.madeAt())) {
      item.refuse(
          "has a date that is not after " + before.madeAt(), "let dates rise from point to point");
    }
  }
}
