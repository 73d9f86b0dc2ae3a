package dev.influx.bench.lab;

import dev.influx.bench.worker.Task;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.policies.PolicyLog;
import dev.influx.schemas.PolicyEvent;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.ScorerStanding;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.StandingCodec;
import dev.influx.scorer.topology.ScorerTopology;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Puts policies into force, and knows when everybody has been judged by the last one. */
public final class PolicySwitch implements AutoCloseable {
  private static final StandingCodec STANDINGS = new StandingCodec();

  private final PolicyLog log;
  private final int partitions;

  /** Kept open: whoever asks has no time to wait for a new one. */
  private final KafkaConsumer<byte[], byte[]> standings;

  private final Map<Integer, ScorerStanding> last = new HashMap<>();

  PolicySwitch(KafkaConnection kafka, Registry registry, Task task, int partitions) {
    this.log = new PolicyLog(kafka, registry, task.topics());
    this.partitions = partitions;
    Map<String, Object> settings = kafka.client("bench-standings");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    this.standings =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    String topic = ScorerTopology.standingsLog(task.application());
    List<TopicPartition> all =
        IntStream.range(0, partitions).mapToObj(part -> new TopicPartition(topic, part)).toList();
    standings.assign(all);
    standings.seekToBeginning(all);
  }

  /** Returns the instant at which the pointer was moved. */
  public Instant activate(Policy policy) {
    Instant at = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    PolicyRef name = new PolicyRef(policy.id(), new Sha256(policy.sha256().bytes()));
    ByteBuffer document = ByteBuffer.wrap(policy.canonicalBytes());
    try {
      log.publish(new PolicyEvent(name, document, at, "bench", null, null));
      log.activate(new PolicyEvent(name, null, at, "bench", null, null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnableToFinishRunException("interrupted while activating a policy", e);
    }
    return at;
  }

  /** When the last author was judged by this policy; empty before. */
  public Optional<Instant> settled(String policy) {
    standings
        .poll(Duration.ZERO)
        .forEach(
            record ->
                STANDINGS
                    .decode(record.value())
                    .ifPresent(standing -> last.put(record.partition(), standing)));
    boolean all =
        last.size() == partitions
            && last.values().stream()
                .allMatch(one -> one.getFinished() && one.getPolicy().getId().equals(policy));
    return all
        ? last.values().stream().map(ScorerStanding::getAt).max(Instant::compareTo)
        : Optional.empty();
  }

  @Override
  public void close() {
    standings.close();
  }

  /** How long it took. */
  public static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1e3;
  }
}
