package dev.influx.app;

import dev.influx.harvester.imports.Doubt;
import dev.influx.harvester.imports.Fault;
import dev.influx.harvester.imports.ImportCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What became of imported files, for people and for programs. */
final class ImportReport {
  private ImportReport() {}

  /** Every key is always there, in this order. */
  static Map<String, Object> json(ImportCounts counts, boolean dryRun) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("dry_run", dryRun);
    object.put("read", counts.read());
    object.put("published", counts.published());
    object.put("not_found", counts.allNotFound());
    object.put("quarantined", counts.allQuarantined());
    object.put("passed_over", counts.passedOver());
    object.put("forgotten", counts.forgotten());
    object.put("shapes", counts.shapes());
    object.put("outcomes", counts.notFound());
    object.put("quarantine", quarantine(counts));
    object.put("doubts", doubts(counts));
    return object;
  }

  static List<String> table(ImportCounts counts, boolean dryRun) {
    Table table = new Table("WHAT", "COUNT").rightAligned(1);
    row(table, "read", counts.read());
    row(table, dryRun ? "would be published" : "published", counts.published());
    rows(table, counts.shapes());
    row(table, "not found", counts.allNotFound());
    rows(table, counts.notFound());
    row(table, "quarantined", counts.allQuarantined());
    rows(table, quarantine(counts));
    row(table, "passed over", counts.passedOver());
    if (counts.forgotten() > 0) {
      row(table, "forgotten on request", counts.forgotten());
    }
    List<String> lines = new ArrayList<>(table.lines());
    if (!counts.doubts().isEmpty()) {
      Table odd = new Table("ODD, BUT PUBLISHED", "COUNT").rightAligned(1);
      doubts(counts).forEach((doubt, count) -> row(odd, doubt, count));
      lines.add("");
      lines.addAll(odd.lines());
    }
    return lines;
  }

  private static void rows(Table table, Map<String, Long> parts) {
    parts.forEach((part, count) -> row(table, "  " + part, count));
  }

  private static void row(Table table, String what, long count) {
    table.add(what, String.format(Locale.ROOT, "%,d", count));
  }

  private static Map<String, Long> quarantine(ImportCounts counts) {
    return byCode(counts.quarantined(), Fault::code);
  }

  private static Map<String, Long> doubts(ImportCounts counts) {
    return byCode(counts.doubts(), Doubt::code);
  }

  private static <T> Map<String, Long> byCode(Map<T, Long> counts, Function<T, String> code) {
    Map<String, Long> byCode = new LinkedHashMap<>();
    counts.forEach((what, count) -> byCode.put(code.apply(what), count));
    return byCode;
  }
}
