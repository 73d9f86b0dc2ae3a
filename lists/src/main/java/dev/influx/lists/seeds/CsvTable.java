package dev.influx.lists.seeds;

import static dev.influx.lists.DataFault.quote;

import dev.influx.lists.DataFault;
import dev.influx.lists.Reading;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** CSV texts with one fixed header, and everything that is wrong with them. */
final class CsvTable {

  /** Beyond this many, faults are counted but not listed: a hostile file must not fill memory. */
  static final int MOST_FAULTS = 1_000;

  private final List<String> header;
  private final List<DataFault> faults = new ArrayList<>();
  private int unlisted;

  CsvTable(List<String> header) {
    this.header = header;
  }

  /** Hands on every row that has as many columns as the header. */
  void read(String source, Reader text, Consumer<CsvRecord> rows) {
    try {
      CsvReader records = new CsvReader(text);
      if (headerIsRight(source, records.next())) {
        for (var next = records.next(); next.isPresent(); next = records.next()) {
          accept(source, next.get(), rows);
        }
      }
    } catch (IOException e) {
      unreadable(source, e);
    }
  }

  void unreadable(String source, IOException e) {
    fault(source, 0, "it cannot be read (" + e + ")", "check the path and its permissions");
  }

  void fault(String source, int line, String what, String remedy) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new DataFault(source, line, what, remedy));
    } else {
      unlisted++;
    }
  }

  /** The value, unless a fault was found. */
  <T> Reading<T> finish(Supplier<T> value) {
    if (faults.isEmpty()) {
      return Reading.accepted(value.get());
    }
    if (unlisted > 0) {
      faults.add(
          new DataFault("seeds", 0, unlisted + " more faults are not listed", "mend these first"));
    }
    return Reading.refused(faults);
  }

  private boolean headerIsRight(String source, Optional<CsvRecord> found) {
    String expected = "the first line must be " + String.join(",", header);
    if (found.isEmpty()) {
      fault(source, 1, "it is empty", expected);
    } else if (!found.get().fields().equals(header) || found.get().flaw().isPresent()) {
      String text = quote(String.join(",", found.get().fields()));
      fault(source, found.get().line(), "the header is " + text, expected);
    } else {
      return true;
    }
    return false;
  }

  private void accept(String source, CsvRecord row, Consumer<CsvRecord> rows) {
    if (row.flaw().isPresent()) {
      row.flaw().ifPresent(flaw -> fault(source, flaw.line(), flaw.what(), flaw.remedy()));
    } else if (row.columns() != header.size()) {
      fault(
          source,
          row.line(),
          row.columns() + " column(s) instead of " + header.size(),
          "fill exactly " + String.join(",", header));
    } else {
      rows.accept(row);
    }
  }
}
