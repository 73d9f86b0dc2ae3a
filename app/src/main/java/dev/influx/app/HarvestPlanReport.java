package dev.influx.app;

import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.forecast.Estimate;
import dev.influx.harvester.forecast.Feasibility;
import dev.influx.harvester.forecast.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a plan says. */
record HarvestPlanReport(
    PlannedAuthors authors,
    Work work,
    String limit,
    Estimate estimate,
    Optional<Feasibility> again,
    Duration maxAge) {

  boolean isPossible() {
    return again.map(Feasibility::isEverybodyInTime).orElseGet(estimate::isPossible);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "authors   %,d: %,d by handle, %,d by id; %,d duplicates, %,d that X cannot look up",
            work.authors(),
            authors.byHandle(),
            authors.byId(),
            authors.duplicates(),
            authors.rejected()));
    lines.add("first     " + String.join(" ", authors.first()));
    lines.add(
        format(
            "requests  %,d: up to %d authors in each, %d at a time",
            work.batches(By.ID) + work.batches(By.HANDLE), work.batchSize(), work.parallel()));
    lines.add(format("cost      at most %s for %,d users", estimate.cost(), estimate.reads()));
    lines.add(
        "time      "
            + estimate.time().map(HarvestPlanReport::words).orElse("never")
            + " at "
            + limit
            + " for each endpoint");
    again.ifPresent(feasibility -> lines.add("again     " + words(feasibility)));
    if (!isPossible()) {
      lines.add("this is more than budget or limits allow");
    }
    return lines;
  }

  private String words(Feasibility feasibility) {
    if (feasibility.isEverybodyInTime()) {
      return "everybody once in " + words(maxAge);
    }
    return format(
        "%,d of %,d once in %s; asked in turn, profiles get %s old (%s)",
        feasibility.fitting(),
        feasibility.authors(),
        words(maxAge),
        feasibility.age().map(HarvestPlanReport::words).orElse("ever more"),
        feasibility
            .bottleneck()
            .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .orElse("nothing holds it up"));
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("authors", work.authors());
    json.put("by_handle", authors.byHandle());
    json.put("by_id", authors.byId());
    json.put("duplicates", authors.duplicates());
    json.put("rejected", authors.rejected());
    json.put("first", authors.first());
    json.put("batches_by_handle", estimate.batchesByHandle());
    json.put("batches_by_id", estimate.batchesById());
    json.put("batch_size", work.batchSize());
    json.put("parallel", work.parallel());
    json.put("limit", limit);
    json.put("reads", estimate.reads());
    json.put("cost_usd", estimate.cost().micros() / 1e6);
    json.put("seconds", estimate.time().map(time -> time.toMillis() / 1e3).orElse(null));
    json.put(
        "obstacles",
        estimate.obstacles().stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList());
    again.ifPresent(feasibility -> json.put("again", json(feasibility)));
    json.put("possible", isPossible());
    return json;
  }

  private Map<String, Object> json(Feasibility feasibility) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("max_age_seconds", maxAge.toSeconds());
    json.put("in_time", feasibility.fitting());
    json.put("age_reached_seconds", feasibility.age().map(Duration::toSeconds).orElse(null));
    json.put(
        "bottleneck",
        feasibility.bottleneck().map(each -> each.name().toLowerCase(Locale.ROOT)).orElse(null));
    return json;
  }

  private static String words(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 7_200 ? seconds / 60 + " min" : format("%.1f h", seconds / 3_600.0);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
