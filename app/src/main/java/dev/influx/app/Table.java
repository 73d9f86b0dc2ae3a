package dev.influx.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in columns as wide as they need to be. */
final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... headings) {
    rows.add(List.of(headings));
  }

  void add(String... cells) {
    rows.add(List.of(cells));
  }

  /** One line a row, without white space at their ends. */
  List<String> lines() {
    int columns = rows.get(0).size();
    List<Integer> widths = IntStream.range(0, columns).mapToObj(this::width).toList();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(
            column -> row.get(column) + " ".repeat(widths.get(column) - row.get(column).length()))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }
}
