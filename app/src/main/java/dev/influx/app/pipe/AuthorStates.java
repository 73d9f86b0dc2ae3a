package dev.influx.app.pipe;

import dev.influx.runtime.UnableToReachBrokerException;
import dev.influx.schemas.AuthorState;
import dev.influx.schemas.wire.StateCodec;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.topology.ScorerTopology;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the scorer of an installation remembers of authors, as it logs it. */
public final class AuthorStates {
  private static final StateCodec CODEC = new StateCodec();
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration POLL = Duration.ofMillis(200);

  private final String handle;
  private final Map<String, AuthorState> found = new HashMap<>();

  private AuthorStates(String handle) {
    this.handle = handle;
  }

  /** The author who has this handle, whatever its case; of several, the one seen last. */
  public static Optional<History> find(Installation installation, String handle) {
    Map<String, Object> settings = new HashMap<>(installation.kafka().client("influx-explain"));
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    String log = ScorerTopology.authorsLog(Wiring.scorerGroup(installation));
    try (Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      return new AuthorStates(handle).read(consumer, log);
    } catch (TimeoutException e) {
      throw new UnableToReachBrokerException(installation.kafka(), e);
    }
  }

  private Optional<History> read(Consumer<String, byte[]> consumer, String log) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(log).stream()
            .map(info -> new TopicPartition(log, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(this::take);
    }
    return found.values().stream()
        .max(Comparator.comparing(state -> state.getLast().getFetchedAt()))
        .map(History::in);
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    Optional<AuthorState> state = Optional.ofNullable(record.value()).map(CODEC::decode);
    if (state.filter(this::hasHandle).isPresent()) {
      found.put(record.key(), state.get());
    } else {
      found.remove(record.key());
    }
  }

  private boolean hasHandle(AuthorState state) {
    String own =
        state.getLast().getProfile() == null
            ? state.getLast().getHandle()
            : state.getLast().getProfile().getHandle();
    return handle.equalsIgnoreCase(own);
  }
}
