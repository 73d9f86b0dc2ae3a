package dev.influx.harvester.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which members of a record, or columns of a table, say who somebody is. */
record Columns(Optional<Integer> handle, Optional<Integer> id) {
  static final List<String> HANDLES = List.of("handle", "username", "screen_name");
  static final List<String> IDS = List.of("id", "user_id", "id_str");

  /** Those of a table that begins with this line; nothing if it is not the header of one. */
  static Optional<Columns> of(String line) {
    List<String> names = new ArrayList<>();
    for (String name : line.split(",", -1)) {
      names.add(name.strip().replace("\"", "").toLowerCase(Locale.ROOT));
    }
    Columns columns = new Columns(first(HANDLES, names), first(IDS, names));
    return columns.handle.isEmpty() && columns.id.isEmpty()
        ? Optional.empty()
        : Optional.of(columns);
  }

  private static Optional<Integer> first(List<String> wanted, List<String> names) {
    return wanted.stream().map(names::indexOf).filter(at -> at >= 0).findFirst();
  }

  /** Whom a row names. */
  Named read(List<String> row) {
    Optional<Named> named = cell(row, id).map(Naming::id);
    Optional<Named> called = cell(row, handle).map(Naming::handle);
    return named
        .map(byId -> called.map(byHandle -> Named.both(byId, byHandle)).orElse(byId))
        .or(() -> called)
        .orElseGet(() -> Named.nobody(String.join(",", row), Reason.NOBODY_NAMED));
  }

  private static Optional<String> cell(List<String> row, Optional<Integer> column) {
    return column.filter(at -> at < row.size()).map(row::get).filter(cell -> !cell.isBlank());
  }
}
