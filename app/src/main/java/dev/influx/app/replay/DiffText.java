package dev.influx.app.replay;

import dev.influx.scorer.difference.Difference;
import dev.influx.scorer.difference.Difference.Group;
import dev.influx.scorer.difference.Difference.Mover;
import dev.influx.scorer.difference.FailOn;
import dev.influx.scorer.model.Movement;
import dev.influx.scorer.statistics.Distribution;
import dev.influx.scorer.statistics.Shift;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison as rows of text, section by section: what tables and pages are made of. */
public final class DiffText {
  private final DiffView view;
  private final Difference difference;

  public DiffText(DiffView view) {
    this.view = view;
    this.difference = view.result().difference();
  }

  /**
   * Rows under headings.
   *
   * @param headings of the columns
   */
  public record Section(String title, List<String> headings, List<List<String>> rows) {
    public Section {
      headings = List.copyOf(headings);
      rows = List.copyOf(rows);
    }
  }

  public List<Section> sections() {
    return Stream.of(
            limits(),
            counts(),
            figures(),
            groups("By domain", difference.byDomain()),
            groups("By followers", difference.byFollowers()),
            movers("Up most", difference.up()),
            movers("Down most", difference.down()))
        .filter(section -> !section.rows().isEmpty())
        .toList();
  }

  private Section limits() {
    Stream<List<String>> ofPolicy =
        view.checks().stream()
            .map(
                it ->
                    List.of(it.name(), it.limit(), it.found(), it.passed() ? "passed" : "FAILED"));
    Stream<List<String>> named =
        view.failOn().stream().map(limit -> named(limit, limit.isExceededBy(difference)));
    return new Section(
        "Limits", List.of("LIMIT", "SAYS", "FOUND", ""), Stream.concat(ofPolicy, named).toList());
  }

  private List<String> named(FailOn limit, boolean exceeded) {
    return List.of(
        limit.figure(),
        "fails on " + limit.text(),
        limit.found(difference),
        exceeded ? "FAILED" : "passed");
  }

  private Section counts() {
    Difference.Counts counts = difference.counts();
    Difference.Flips flips = difference.flips();
    return new Section(
        "Authors",
        List.of("WHAT", "AUTHORS", "WHY"),
        List.of(
            List.of("live", number(counts.live()), ""),
            List.of("in the replay", number(counts.other()), ""),
            List.of("compared", number(counts.both()), ""),
            List.of("alike", number(counts.same()), ""),
            List.of("mismatch", number(counts.mismatched()), "verdict, reasons or score"),
            List.of("missing", number(counts.missing()), "live only"),
            List.of("extra", number(counts.extra()), "in the replay only"),
            List.of("newer", number(counts.newer()), "seen since the replay was planned"),
            List.of("rejected -> accepted", number(flips.accepted()), codes(flips.lost())),
            List.of("accepted -> rejected", number(flips.rejected()), codes(flips.found()))));
  }

  private static String codes(Map<String, Long> codes) {
    return codes.entrySet().stream()
        .map(code -> code.getKey() + " " + number(code.getValue()))
        .collect(Collectors.joining(", "));
  }

  private Section figures() {
    Optional<Distribution> live = difference.figures().live();
    Optional<Distribution> other = difference.figures().other();
    return new Section(
        "Scores of the accepted",
        List.of("FIGURE", "LIVE", "REPLAY"),
        List.of(
            row("authors", live.map(Distribution::count), other.map(Distribution::count)),
            row("minimum", live.map(Distribution::min), other.map(Distribution::min)),
            row("first quartile", live.map(Distribution::p25), other.map(Distribution::p25)),
            row("median", live.map(Distribution::p50), other.map(Distribution::p50)),
            row("third quartile", live.map(Distribution::p75), other.map(Distribution::p75)),
            row("maximum", live.map(Distribution::max), other.map(Distribution::max)),
            List.of("rank correlation", "", decimals(difference.figures().rankCorrelation())),
            List.of("stability index", "", decimals(difference.figures().stability())),
            List.of(
                "median difference",
                "",
                difference.figures().shift().map(it -> signed(it.median())).orElse("-"))));
  }

  private static List<String> row(
      String name, Optional<? extends Number> live, Optional<? extends Number> other) {
    return List.of(
        name, live.map(Object::toString).orElse("-"), other.map(Object::toString).orElse("-"));
  }

  private static Section groups(String title, List<Group> groups) {
    return new Section(
        title,
        List.of("NAME", "AUTHORS", "FLIPS", "MEDIAN DIFFERENCE"),
        groups.stream()
            .map(
                group ->
                    List.of(
                        group.name().orElse("not known"),
                        number(group.authors()),
                        number(group.flips()),
                        group.shift().map(Shift::median).map(DiffText::signed).orElse("-")))
            .toList());
  }

  private Section movers(String title, List<Mover> movers) {
    return new Section(
        title,
        List.of("AUTHOR", "LIVE", "REPLAY", "BY", "MOST OF IT"),
        movers.stream().map(this::mover).toList());
  }

  private List<String> mover(Mover mover) {
    return List.of(
        mover.handle().map(handle -> "@" + handle).orElse(mover.id()),
        Double.toString(mover.live()),
        Double.toString(mover.other()),
        signed(mover.difference()),
        Optional.ofNullable(view.result().terms().get(mover.id())).map(DiffText::term).orElse("-"));
  }

  private static String term(Movement movement) {
    return movement.term() + " " + String.format(Locale.ROOT, "%+.2f", movement.points());
  }

  private static String signed(double number) {
    return String.format(Locale.ROOT, "%+.1f", number);
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String decimals(OptionalDouble number) {
    return number.isPresent() ? String.format(Locale.ROOT, "%.4f", number.getAsDouble()) : "-";
  }
}
