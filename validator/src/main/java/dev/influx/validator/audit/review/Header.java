package dev.influx.validator.audit.review;

import dev.influx.lists.DataFault;
import dev.influx.lists.Spelling;
import dev.influx.validator.audit.Stratum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The first row of a sheet: where the columns stand, in whatever order somebody put them. */
final class Header {
  private static final String AS_WRITTEN =
      "draw the same sample again, and copy the labels into that sheet";

  private final Map<Column, Integer> positions;
  private final int width;

  private Header(Map<Column, Integer> positions, int width) {
    this.positions = positions;
    this.width = width;
  }

  /** Empty if a column is missing, with a fault for each. */
  static Optional<Header> of(String source, CsvText.Row row, List<DataFault> faults) {
    List<String> titles =
        row.cells().stream().map(cell -> Cell.read(cell).strip().toLowerCase(Locale.ROOT)).toList();
    Map<Column, Integer> positions = new EnumMap<>(Column.class);
    List<DataFault> missing = new ArrayList<>();
    for (Column column : Column.NEEDED) {
      int position = titles.indexOf(column.title());
      positions.put(column, position);
      if (position < 0) {
        missing.add(
            new DataFault(
                source,
                row.line(),
                "the column " + column.title() + " is missing",
                "keep every column that influx audit wrote"));
      }
    }
    faults.addAll(missing);
    return missing.isEmpty() ? Optional.of(new Header(positions, titles.size())) : Optional.empty();
  }

  /** Empty if the row cannot be used, with every fault of it. */
  Optional<SheetRow> row(String source, CsvText.Row row, List<DataFault> faults) {
    if (row.flaw().isPresent()) {
      faults.add(new DataFault(source, row.line(), row.flaw().get(), "correct the quotes"));
      return Optional.empty();
    }
    if (row.cells().size() != width) {
      String what = row.cells().size() + " cells, and the first row has " + width;
      faults.add(new DataFault(source, row.line(), what, "give each column its cell"));
      return Optional.empty();
    }
    String label = cell(row, Column.LABEL);
    Optional<Label> known = Label.of(label);
    if (known.isEmpty() && !label.isBlank()) {
      String what = DataFault.quote(label) + " is no label";
      faults.add(new DataFault(source, row.line(), what, Spelling.suggest(label, Label.codes())));
    }
    return checked(source, row, known, faults);
  }

  private Optional<SheetRow> checked(
      String source, CsvText.Row row, Optional<Label> label, List<DataFault> faults) {
    String id = cell(row, Column.ID);
    String stratum = cell(row, Column.STRATUM);
    Run run = run(row);
    if (!run.check(id, stratum).equals(cell(row, Column.CHECK))) {
      faults.add(new DataFault(source, row.line(), changed(id), AS_WRITTEN));
      return Optional.empty();
    }
    Stratum side =
        Arrays.stream(Stratum.values())
            .filter(each -> each.code().equals(stratum))
            .findFirst()
            .orElseThrow();
    return Optional.of(new SheetRow(source, row.line(), id, side, label, run));
  }

  private static String changed(String id) {
    return id.matches("[0-9]{1,19}")
        ? "the row of id " + id + " is not as it was written: its id, stratum or audit was changed"
        : "the id " + DataFault.quote(id) + " is not as it was written";
  }

  private Run run(CsvText.Row row) {
    return new Run(
        cell(row, Column.AUDITED),
        cell(row, Column.POLICY),
        cell(row, Column.POLICY_SHA256),
        cell(row, Column.SEED),
        cell(row, Column.POPULATION_FLAGGED),
        cell(row, Column.POPULATION_CLEAN));
  }

  private String cell(CsvText.Row row, Column column) {
    return Cell.read(row.cells().get(positions.get(column)));
  }
}
