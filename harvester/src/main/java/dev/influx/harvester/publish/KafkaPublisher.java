package dev.influx.harvester.publish;

import dev.influx.harvester.plan.Settlement;
import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes with an idempotent producer, and waits for whatever is away to come back. */
final class KafkaPublisher implements Publisher {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaPublisher.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofMillis(500);

  private final KafkaConnection kafka;
  private final Topics topics;
  private final Publications publications;
  private final RecordWriter writer;
  private final Optional<Unchanged> unchanged;
  private final Obstacle obstacle = new Obstacle(System::nanoTime);
  private volatile Producer<byte[], byte[]> producer;

  KafkaPublisher(
      KafkaConnection kafka, Registry registry, Topics topics, Origin origin, Repeats repeats) {
    this.kafka = kafka;
    this.topics = topics;
    this.publications = new Publications(topics, origin);
    this.writer = new RecordWriter(registry, topics, origin);
    this.unchanged = repeats == Repeats.SKIPPED ? Optional.of(new Unchanged()) : Optional.empty();
  }

  @Override
  public Set<String> open() throws InterruptedException {
    while (true) {
      try {
        Set<String> outcomes = connect();
        obstacle.over();
        return outcomes;
      } catch (InterruptException e) {
        throw Failures.unwrapped(e);
      } catch (RuntimeException e) {
        if (!Failures.passes(e)) {
          throw Failures.lasting(e);
        }
        obstacle.is(Failures.reason(e).getMessage());
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      }
    }
  }

  private Set<String> connect() {
    writer.warmUp();
    PublishedOutcomes.require(kafka, topics.raw());
    Set<String> outcomes = PublishedOutcomes.read(kafka, topics.outcomes());
    producer =
        new KafkaProducer<>(
            ProducerSettings.of(kafka), new ByteArraySerializer(), new ByteArraySerializer());
    return outcomes;
  }

  @Override
  public void publish(Settlement settlement) throws InterruptedException {
    String batch = settlement.batch().id();
    List<Publication> news =
        settlement.settled().stream()
            .flatMap(each -> publications.of(each, batch).stream())
            .filter(each -> unchanged.isEmpty() || !unchanged.get().has(each))
            .toList();
    deliver(
        Stream.concat(
                news.stream().map(writer::write),
                publications.letters(settlement).stream().map(writer::write))
            .toList());
    unchanged.ifPresent(seen -> seen.note(news));
  }

  /** The same for records that others made. */
  void deliver(List<ProducerRecord<byte[], byte[]>> records) throws InterruptedException {
    new Delivery(producer, obstacle).deliver(records);
  }

  RecordWriter writer() {
    return writer;
  }

  @Override
  public Optional<String> obstacle() {
    return obstacle.present();
  }

  @Override
  public void close() {
    Producer<byte[], byte[]> opened = producer;
    if (opened != null) {
      try {
        opened.close(PATIENCE_AT_CLOSE);
      } catch (KafkaException e) {
        LOG.warn("the producer did not close in order: {}", e.getMessage());
      }
    }
  }
}
