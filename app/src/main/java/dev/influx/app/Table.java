package dev.influx.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in columns as wide as they need to be. */
final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final Set<Integer> rightAligned = new HashSet<>();

  Table(String... headings) {
    rows.add(List.of(headings));
  }

  /** A column of numbers, whose digits are to stand below each other. */
  Table rightAligned(int... columns) {
    IntStream.of(columns).forEach(rightAligned::add);
    return this;
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

  private String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> cell(row.get(column), widths.get(column), column))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private String cell(String text, int width, int column) {
    String padding = " ".repeat(width - text.length());
    return rightAligned.contains(column) ? padding + text : text + padding;
  }
}
