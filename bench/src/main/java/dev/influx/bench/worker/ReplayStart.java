package dev.influx.bench.worker;

import dev.influx.lists.policies.Policy;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.replay.Extent;
import dev.influx.scorer.replay.Range;
import dev.influx.scorer.replay.ReplayPlan;
import dev.influx.scorer.replay.Shadow;
import dev.influx.scorer.topology.Scorer;
import dev.influx.scorer.topology.ScorerSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Starts the scorer of a replay as {@code influx replay apply} does, over all that the raw topic
 * holds.
 */
record ReplayStart(Shadow shadow, Task task, Registry registry) {
  private static final ReplayPlan.Volume NOT_COUNTED =
      new ReplayPlan.Volume(0, 0, 0, 0, 0, Optional.empty(), Optional.empty());

  Scorer under(Policy policy, ScorerSettings settings, MeterRegistry meters) {
    Shadow.Start start =
        new Shadow.Start(
            policy,
            task.kafka(),
            registry,
            meters,
            task.stateDirectory().resolveSibling("replays"),
            Optional.empty());
    return shadow.start(start, plan(policy), settings, id -> false);
  }

  private ReplayPlan plan(Policy policy) {
    String raw = task.live().raw();
    return new ReplayPlan(
        task.stateDirectory().getFileName().toString().replace('.', '-'),
        "",
        new ReplayPlan.World("", raw, "", extents(raw), Optional.empty()),
        new ReplayPlan.Judge(policy.id(), policy.sha256().hex()),
        Range.ALL,
        NOT_COUNTED);
  }

  private List<Extent> extents(String raw) {
    Map<String, Object> settings = task.kafka().client("bench-extents");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(raw).stream()
              .map(info -> new TopicPartition(raw, info.partition()))
              .toList();
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      return consumer.endOffsets(partitions).entrySet().stream()
          .map(
              end -> new Extent(end.getKey().partition(), begins.get(end.getKey()), end.getValue()))
          .toList();
    }
  }
}
