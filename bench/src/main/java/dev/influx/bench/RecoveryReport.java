package dev.influx.bench;

import dev.influx.bench.RecoveryRun.Comeback;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How fast the scorer comes back, store by store. */
record RecoveryReport(Setting setting, int newsPerSecond, List<RecoveryRun> runs)
    implements Report {

  @Override
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>(setting.data());
    data.put("news_per_second", newsPerSecond);
    data.put("runs", runs.stream().map(RecoveryRun::data).toList());
    return data;
  }

  @Override
  public String table() {
    Table table =
        new Table(
            "store",
            "kill to output s",
            "start to output s",
            "clean stop s",
            "start to output s",
            "stop to output s");
    runs.forEach(
        run ->
            table.row(
                run.level().title(),
                Figures.spread(RecoveryRun.values(run.crashes(), Comeback::totalSeconds)),
                Figures.spread(RecoveryRun.values(run.crashes(), Comeback::startSeconds)),
                Figures.spread(RecoveryRun.values(run.restarts(), Comeback::downSeconds)),
                Figures.spread(RecoveryRun.values(run.restarts(), Comeback::startSeconds)),
                Figures.spread(RecoveryRun.values(run.restarts(), Comeback::totalSeconds))));
    return setting.describe()
        + String.format("news       %d observations/s throughout%n%n", newsPerSecond)
        + table;
  }

  @Override
  public List<String> objections() {
    return List.of();
  }
}
