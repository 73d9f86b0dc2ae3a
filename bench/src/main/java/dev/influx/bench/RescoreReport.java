package dev.influx.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How fast authors were judged again, and what that cost the observations meanwhile. */
record RescoreReport(Setting setting, int liveRate, List<RescoreRun> runs) implements Report {
  /** Below that share of the rate something else was in the way. */
  private static final double ENOUGH = 0.5;

  @Override
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>(setting.data());
    data.put("live_per_second", liveRate);
    data.put("runs", runs.stream().map(RescoreRun::data).toList());
    data.put("objections", objections());
    return data;
  }

  @Override
  public String table() {
    Table table =
        new Table(
            "store",
            "to",
            "seconds",
            "authors/s",
            "app us/author",
            "p50 ms",
            "p99 ms",
            "max ms",
            "calm p99 ms");
    runs.forEach(run -> row(table, run));
    return setting.describe()
        + String.format(
            "live       %d observations/s throughout; how long those of one of %d partitions took%n%n",
            liveRate, setting.equipment().partitions())
        + table;
  }

  private static void row(Table table, RescoreRun run) {
    table.row(
        run.level().title(),
        run.policy(),
        Figures.decimals(Optional.of(run.seconds())),
        Figures.whole(Optional.of(run.perSecond())),
        Figures.decimals(Optional.of(run.cpuSeconds() * 1e6 / run.authors())),
        Figures.whole(RescoreRun.percentile(run.walkMillis(), 50)),
        Figures.whole(RescoreRun.percentile(run.walkMillis(), 99)),
        Figures.whole(RescoreRun.percentile(run.walkMillis(), 100)),
        Figures.whole(RescoreRun.percentile(run.calmMillis(), 99)));
  }

  @Override
  public List<String> objections() {
    return runs.stream()
        .filter(run -> run.walkMillis().size() < ENOUGH * watchedRate() * run.seconds())
        .map(run -> "too few observations came through on the way to " + run.policy())
        .toList();
  }

  private double watchedRate() {
    return (double) liveRate / setting.equipment().partitions();
  }
}
