package dev.influx.app;

import dev.influx.app.seeds.SeedStatistics;
import dev.influx.app.seeds.SeedStatistics.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** The counts of seeds, for people and for programs. */
final class SeedStatisticsView {
  private static final int DECIMALS = 4;

  private SeedStatisticsView() {}

  static List<String> table(SeedStatistics statistics) {
    Table table =
        new Table("DOMAIN", "PRIORITY", "TARGET", "SEEDS", "SHARE", "ACCEPTED", "TO MIN", "TO MAX")
            .rightAligned(1, 2, 3, 4, 5, 6, 7);
    statistics.domains().forEach(row -> table.add(cells(row)));
    table.add(cells(statistics.all()));
    List<String> lines = new ArrayList<>(table.lines());
    if (statistics.withoutDomain().orElse(0) > 0) {
      lines.add(statistics.withoutDomain().getAsLong() + " accepted authors have no domain");
    }
    return lines;
  }

  private static String[] cells(Row row) {
    return new String[] {
      row.target().map(target -> target.domain().id()).orElse("all"),
      row.target().map(target -> Integer.toString(target.priority())).orElse(""),
      number(row.span().min()) + "-" + number(row.span().max()),
      number(row.seeds()),
      row.share().map(share -> String.format(Locale.ROOT, "%.1f %%", 100 * share)).orElse("-"),
      number(row.accepted()),
      number(row.missing()),
      number(row.room())
    };
  }

  private static String number(OptionalLong number) {
    return number.isPresent() ? number(number.getAsLong()) : "unknown";
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Every key is always there; null is what is not known. */
  static Map<String, Object> object(SeedStatistics statistics) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("domains", statistics.domains().stream().map(SeedStatisticsView::domain).toList());
    object.put("all", figures(statistics.all()));
    object.put("accepted_without_domain", orNull(statistics.withoutDomain()));
    return object;
  }

  private static Map<String, Object> domain(Row row) {
    Map<String, Object> object = new LinkedHashMap<>();
    row.target()
        .ifPresent(
            target -> {
              object.put("domain", target.domain().id());
              object.put("priority", target.priority());
            });
    object.putAll(figures(row));
    return object;
  }

  private static Map<String, Object> figures(Row row) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("min", row.span().min());
    object.put("max", row.span().max());
    object.put("seeds", row.seeds());
    object.put("share_of_min", row.share().map(SeedStatisticsView::rounded).orElse(null));
    object.put("accepted", orNull(row.accepted()));
    object.put("to_min", orNull(row.missing()));
    object.put("to_max", orNull(row.room()));
    return object;
  }

  private static Double rounded(double share) {
    return BigDecimal.valueOf(share).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
