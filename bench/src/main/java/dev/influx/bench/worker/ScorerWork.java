package dev.influx.bench.worker;

import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Health;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.topology.Scorer;
import dev.influx.scorer.topology.ScorerSettings;
import dev.influx.scorer.topology.StoreKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;

/** The scorer as it ships, with its own settings. */
final class ScorerWork implements Work {
  private final Scorer scorer;
  private final MeterRegistry meters;

  private ScorerWork(Scorer scorer, MeterRegistry meters) {
    this.scorer = scorer;
    this.meters = meters;
  }

  static ScorerWork start(Task task, StoreKind stores, Registry registry) {
    MeterRegistry meters = new SimpleMeterRegistry();
    ScorerSettings settings =
        new ScorerSettings(
            task.application(),
            "scorer-1",
            task.stateDirectory(),
            task.threads(),
            stores,
            task.commitInterval(),
            Map.of());
    Policy policy = Policies.bundled().theDefault().allowingSimulated();
    Scorer scorer =
        task.shadow()
            .map(shadow -> new ReplayStart(shadow, task, registry))
            .map(replay -> replay.under(policy, settings, meters))
            .orElseGet(
                () -> Scorer.start(settings, policy, task.kafka(), registry, task.live(), meters));
    return new ScorerWork(scorer, meters);
  }

  /** Dead letters are counted apart by the scorer, and are an outcome all the same. */
  @Override
  public Map<String, Long> outcomes() {
    Map<String, Long> outcomes = new HashMap<>();
    meters
        .find("influx.records")
        .counters()
        .forEach(
            counter ->
                outcomes.merge(
                    counter.getId().getTag("outcome"), (long) counter.count(), Long::sum));
    meters
        .find("influx.dlq.records")
        .counters()
        .forEach(counter -> outcomes.merge("dead", (long) counter.count(), Long::sum));
    outcomes.values().removeIf(count -> count == 0);
    return outcomes;
  }

  @Override
  public String name() {
    return scorer.name();
  }

  @Override
  public Health health() {
    return scorer.health();
  }

  @Override
  public void close() {
    scorer.close();
  }
}
