package dev.influx.app;

import dev.influx.schemas.scores.Histogram.Bin;
import dev.influx.scorer.statistics.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Distributions beside each other, a column each. */
final class ReportColumns {
  private static final int LONGEST_BAR = 20;

  private final String corner;
  private final List<String> headings = new ArrayList<>();
  private final List<Distribution> columns = new ArrayList<>();

  ReportColumns(String corner) {
    this.corner = corner;
  }

  ReportColumns add(String heading, Distribution scores) {
    headings.add(heading);
    columns.add(scores);
    return this;
  }

  Table figures() {
    Table table = table().rightAligned(IntStream.rangeClosed(1, columns.size()).toArray());
    row(table, "authors", scores -> number(scores.count()));
    row(table, "min", scores -> decimal(scores.min()));
    row(table, "p5", scores -> decimal(scores.p5()));
    row(table, "p25", scores -> decimal(scores.p25()));
    row(table, "median", scores -> decimal(scores.p50()));
    row(table, "p75", scores -> decimal(scores.p75()));
    row(table, "p95", scores -> decimal(scores.p95()));
    row(table, "max", scores -> decimal(scores.max()));
    row(table, "mean", scores -> decimal(scores.mean()));
    row(table, "zero scores", scores -> number(scores.zeroScores()));
    row(table, "50 and over", scores -> share(scores, scores.bands().high()));
    row(table, "30 to 49.9", scores -> share(scores, scores.bands().middle()));
    row(table, "under 30", scores -> share(scores, scores.bands().low()));
    return table;
  }

  Table histogram() {
    Table table = table();
    List<Bin> bins = columns.get(0).histogram().bins();
    for (int bin = 0; bin < bins.size(); bin++) {
      int at = bin;
      String range =
          String.format(Locale.ROOT, "%2d to %3d", bins.get(at).from(), bins.get(at).to());
      row(table, range, scores -> bar(scores.histogram().bins(), at));
    }
    return table;
  }

  private Table table() {
    return new Table(Stream.concat(Stream.of(corner), headings.stream()).toArray(String[]::new));
  }

  private void row(Table table, String name, Function<Distribution, String> cell) {
    table.add(Stream.concat(Stream.of(name), columns.stream().map(cell)).toArray(String[]::new));
  }

  /** As long as its share of the fullest bin; whoever is there at all can be seen. */
  private static String bar(List<Bin> bins, int at) {
    long most = bins.stream().mapToLong(Bin::count).max().orElse(0);
    long count = bins.get(at).count();
    long length = most == 0 ? 0 : (count * LONGEST_BAR + most - 1) / most;
    return String.format(Locale.ROOT, "%,7d %s", count, "█".repeat((int) length));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private static String share(Distribution scores, long part) {
    double percent = 100.0 * part / scores.count();
    return String.format(Locale.ROOT, "%s = %.1f %%", number(part), percent);
  }
}
