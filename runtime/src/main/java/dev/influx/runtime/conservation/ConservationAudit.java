package dev.influx.runtime.conservation;

import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.UnableToReachBrokerException;
import dev.influx.runtime.conservation.Conservation.Place;
import dev.influx.schemas.ScorerLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Balances the accounts that scorers keep against the topic that they read. Whatever they have
 * passed over is looked at: where no record stands, none is missing, and one that is among the dead
 * letters is dead. For one thread at a time.
 */
public final class ConservationAudit {
  /** As much as one look reads of what was passed over. */
  private static final long MOST_OFFSETS = 100_000;

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration BEFORE_ANOTHER_LOOK = Duration.ofMinutes(1);

  private final KafkaConnection kafka;
  private final Where where;
  private final InstantSource clock;
  private final Map<Hole, Looked> known = new HashMap<>();

  /** Reads nothing yet. */
  public ConservationAudit(KafkaConnection kafka, Where where, InstantSource clock) {
    this.kafka = kafka;
    this.where = where;
    this.clock = clock;
  }

  /**
   * The topics of an installation.
   *
   * @param raw what is read
   * @param ledgers in which the scorers note what became of it
   * @param dead letters
   */
  public record Where(String raw, String ledgers, String dead) {}

  private record Looked(Passed passed, Instant at) {}

  /** Empty where no scorer has noted anything. */
  public Optional<Conservation> look() {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      SortedMap<Integer, ScorerLedger> noted = noted(consumer);
      return noted.isEmpty() ? Optional.empty() : Optional.of(balance(consumer, noted));
    } catch (TimeoutException e) {
      throw new UnableToReachBrokerException(kafka, e);
    }
  }

  private SortedMap<Integer, ScorerLedger> noted(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = partitions(consumer, where.ledgers());
    return new Ledgers(consumer)
        .read(
            consumer.beginningOffsets(partitions, PATIENCE),
            consumer.endOffsets(partitions, PATIENCE));
  }

  private Conservation balance(
      KafkaConsumer<byte[], byte[]> consumer, SortedMap<Integer, ScorerLedger> noted) {
    List<String> remarks = new ArrayList<>();
    SortedMap<Integer, ScorerLedger> ledgers = new TreeMap<>(noted);
    Map<TopicPartition, Long> ends =
        consumer.endOffsets(partitions(consumer, where.raw()), PATIENCE);
    ledgers.entrySet().removeIf(ledger -> isOfAnother(ledger, ends, remarks));
    List<Passed> passed = passedOver(consumer, holes(ledgers, remarks));
    return Conservation.of(ledgers, passed, remarks);
  }

  private boolean isOfAnother(
      Map.Entry<Integer, ScorerLedger> ledger,
      Map<TopicPartition, Long> ends,
      List<String> remarks) {
    TopicPartition partition = new TopicPartition(where.raw(), ledger.getKey());
    boolean another = ledger.getValue().getThrough() >= ends.getOrDefault(partition, 0L);
    if (another) {
      remarks.add("what was noted of " + partition + " is about an earlier topic of that name");
    }
    return another;
  }

  /** Those that can be looked at; the others are remarked upon. */
  private List<Hole> holes(Map<Integer, ScorerLedger> ledgers, List<String> remarks) {
    List<Hole> holes = new ArrayList<>();
    long left = MOST_OFFSETS;
    long beyond = 0;
    for (Map.Entry<Integer, ScorerLedger> ledger : ledgers.entrySet()) {
      beyond += ledger.getValue().getUnlisted();
      TopicPartition partition = new TopicPartition(where.raw(), ledger.getKey());
      for (var listed : ledger.getValue().getHoles()) {
        Hole hole = Hole.of(partition, listed);
        if (hole.length() <= left) {
          holes.add(hole);
          left -= hole.length();
        } else {
          beyond += hole.length();
        }
      }
    }
    if (beyond > 0) {
      remarks.add(beyond + " offsets were passed over and not looked at");
    }
    return holes;
  }

  private List<Passed> passedOver(KafkaConsumer<byte[], byte[]> consumer, List<Hole> holes) {
    known.keySet().retainAll(holes);
    List<Hole> open = holes.stream().filter(this::isOpen).toList();
    Map<Hole, List<Place>> found = new HashMap<>();
    open.forEach(hole -> found.put(hole, records(consumer, hole)));
    boolean someAreThere = found.values().stream().anyMatch(records -> !records.isEmpty());
    Set<Place> letters = someAreThere ? Letters.read(kafka, where.dead()) : Set.of();
    found.forEach(
        (hole, records) -> known.put(hole, new Looked(passed(records, letters), clock.instant())));
    return holes.stream().map(hole -> known.get(hole).passed()).toList();
  }

  /** What is not missing never will be; what is may have come to a result since. */
  private boolean isOpen(Hole hole) {
    Looked before = known.get(hole);
    return before == null
        || (!before.passed().missing().isEmpty()
            && before.at().plus(BEFORE_ANOTHER_LOOK).isBefore(clock.instant()));
  }

  private static Passed passed(List<Place> records, Set<Place> letters) {
    List<Place> missing = records.stream().filter(record -> !letters.contains(record)).toList();
    return new Passed(records.size() - missing.size(), missing);
  }

  private List<Place> records(KafkaConsumer<byte[], byte[]> consumer, Hole hole) {
    List<Place> places = new ArrayList<>();
    new Span(hole.partition(), hole.first(), hole.last() + 1)
        .read(
            consumer,
            record -> places.add(new Place(record.topic(), record.partition(), record.offset())));
    return places;
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic, PATIENCE).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = kafka.client("influx-conservation");
    settings.remove(CommonClientConfigs.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
