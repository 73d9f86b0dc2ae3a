package dev.influx.app;

import dev.influx.harvester.HarvestProgress;
import dev.influx.harvester.errand.RunDescription;
import dev.influx.harvester.plan.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a run over a list. Every author who was asked for is in exactly one outcome; those
 * who are in none yet are pending.
 */
record HarvestSummary(RunDescription run, HarvestProgress progress, Duration took, boolean whole) {
  private static final double MILLIS = 1_000;

  Map<String, Object> json() {
    Map<String, Object> outcomes = new LinkedHashMap<>();
    for (Ending ending : Ending.values()) {
      outcomes.put(ending.code(), progress.count(ending));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", run.id());
    json.put("complete", whole);
    json.put("requested", progress.requested());
    json.put("outcomes", outcomes);
    json.put("pending", progress.pending());
    json.put("duplicates", run.duplicates());
    json.put("batches", progress.batches().done());
    json.put("failed_batches", progress.batches().failed());
    json.put("requests", progress.requests());
    json.put("reads", progress.spent().reads());
    json.put("cost_usd", progress.spent().cost().micros() / 1e6);
    json.put("seconds", took.toMillis() / MILLIS);
    return json;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("run " + run.id() + (whole ? "" : ", not complete"));
    Table table = new Table("outcome", "authors").rightAligned(1);
    for (Ending ending : Ending.values()) {
      table.add(ending.code(), number(progress.count(ending)));
    }
    if (progress.pending() > 0) {
      table.add("pending", number(progress.pending()));
    }
    table.add("requested", number(progress.requested()));
    lines.addAll(table.lines());
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d requests, %,d of %,d batches failed, %,d users billed (%s), %.1f s",
            progress.requests(),
            progress.batches().failed(),
            progress.batches().done(),
            progress.spent().reads(),
            progress.spent().cost(),
            took.toMillis() / MILLIS));
    if (run.duplicates() > 0) {
      lines.add(number(run.duplicates()) + " entries named somebody a second time");
    }
    return lines;
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
