package dev.influx.validator.audit.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.lists.DataFault;
import dev.influx.lists.Reading;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads sheets that came back: one, or several that reviewers have shared out among themselves. All
 * faults of all sheets are found at once, and any of them makes the whole unusable.
 */
public final class ReviewSheets {
  private final Optional<String> expected;
  private final List<DataFault> faults = new ArrayList<>();
  private final Map<String, String> places = new HashMap<>();
  private final Ballot ballot = new Ballot();
  private Optional<Run> run = Optional.empty();

  private ReviewSheets(Optional<String> expected) {
    this.expected = expected;
  }

  public static ReviewSheets ofAnyPolicy() {
    return new ReviewSheets(Optional.empty());
  }

  /** Refuses sheets of any other policy. */
  public static ReviewSheets ofPolicy(String sha256) {
    return new ReviewSheets(Optional.of(sha256));
  }

  /** One more sheet. */
  public void add(String source, byte[] content) {
    try {
      add(source, UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      fault(source, 0, "it is not UTF-8 text", "save it as CSV in UTF-8");
    }
  }

  private void add(String source, String text) {
    List<CsvText.Row> rows = CsvText.read(text);
    if (rows.size() < 2) {
      fault(source, 0, "there are no authors in it", "name a sheet that influx audit wrote");
      return;
    }
    Optional<Header> header = Header.of(source, rows.get(0), faults);
    header.ifPresent(names -> addAll(source, names, rows.subList(1, rows.size())));
  }

  private void addAll(String source, Header header, List<CsvText.Row> rows) {
    Optional<Run> ofSheet = Optional.empty();
    for (CsvText.Row cells : rows) {
      Optional<SheetRow> row = header.row(source, cells, faults);
      if (row.isPresent()) {
        if (ofSheet.isEmpty()) {
          ofSheet = row.map(SheetRow::run);
          compareSheet(row.get());
        } else {
          compare(row.get(), ofSheet.get());
        }
        take(row.get());
      }
    }
  }

  /** Once for a sheet: it would be said of each of its rows. */
  private void compareSheet(SheetRow row) {
    run.ifPresent(first -> compare(row, first));
    if (run.isEmpty()) {
      run = Optional.of(row.run());
    }
    if (!expected.map(row.run().sha256()::equals).orElse(true)) {
      fault(
          row,
          "it is of another policy: " + row.run().words(),
          "leave out --policy, or draw a sample by that policy");
    }
  }

  private void compare(SheetRow row, Run same) {
    if (!row.run().equals(same)) {
      fault(
          row,
          "it is of another audit: " + row.run().words() + "; before it: " + same.words(),
          "read sheets of different audits one by one");
    }
  }

  private void take(SheetRow row) {
    String before = places.putIfAbsent(row.id(), row.where());
    if (before != null) {
      fault(row, "the id " + row.id() + " stands at " + before + " too", "keep one of the two");
    }
    ballot.add(row);
  }

  private void fault(SheetRow row, String what, String remedy) {
    fault(row.source(), row.line(), what, remedy);
  }

  private void fault(String source, int line, String what, String remedy) {
    faults.add(new DataFault(source, line, what, remedy));
  }

  /** What all of them say together. */
  public Reading<Review> review() {
    if (run.isEmpty() && faults.isEmpty()) {
      fault("no sheet", 0, "there is nothing to read", "name a sheet that influx audit wrote");
    }
    return faults.isEmpty() ? Reading.accepted(ballot.count(run.get())) : Reading.refused(faults);
  }
}
