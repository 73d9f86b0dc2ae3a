package dev.influx.runtime.policies;

import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.PolicyEvent;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.UnableToReachRegistryException;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topic of policies from its beginning for as long as it is open. Whoever is away,
 * broker or registry, is waited for.
 */
public final class PolicyFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyFeed.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final KafkaConnection kafka;
  private final Registry registry;
  private final TopicPartition partition;
  private final Consumer<PolicyBook> listener;
  private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile KafkaConsumer<String, byte[]> consumer;

  private PolicyFeed(
      KafkaConnection kafka, Registry registry, Topics topics, Consumer<PolicyBook> listener) {
    this.kafka = kafka;
    this.registry = registry;
    this.partition = new TopicPartition(topics.policies(), 0);
    this.listener = listener;
  }

  /**
   * Returns at once.
   *
   * @param listener told of the book when all of the topic is read, and whenever it changes
   */
  public static PolicyFeed follow(
      KafkaConnection kafka, Registry registry, Topics topics, Consumer<PolicyBook> listener) {
    PolicyFeed feed = new PolicyFeed(kafka, registry, topics, listener);
    Thread thread = new Thread(feed::run, "influx-policies");
    thread.setDaemon(true);
    thread.start();
    return feed;
  }

  /** Completes when the listener knows all that is in the topic now; never after closing. */
  public CompletableFuture<Void> upToNow() {
    CompletableFuture<Void> known = new CompletableFuture<>();
    waiting.add(known);
    wakeUp();
    return known;
  }

  private void wakeUp() {
    KafkaConsumer<String, byte[]> present = consumer;
    if (present != null) {
      present.wakeup();
    }
  }

  private void run() {
    while (isOpen()) {
      try (KafkaConsumer<String, byte[]> opened = open()) {
        follow(opened);
      } catch (KafkaException | UnableToReachRegistryException e) {
        LOG.warn("the policies in {} are waited for: {}", partition.topic(), e.getMessage());
        pause();
      } finally {
        consumer = null;
      }
    }
  }

  private void follow(KafkaConsumer<String, byte[]> opened) {
    PolicyPages pages = new PolicyPages(registry.deserializer(PolicyEvent.class));
    PolicyReading reading = new PolicyReading(opened, partition, pages, listener, waiting);
    consumer = opened;
    try {
      while (isOpen()) {
        reading.goOn();
      }
    } finally {
      reading.handBack();
    }
  }

  private boolean isOpen() {
    return closed.getCount() > 0;
  }

  private KafkaConsumer<String, byte[]> open() {
    Map<String, Object> settings = kafka.client("influx-policies");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private void pause() {
    try {
      closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    wakeUp();
  }
}
