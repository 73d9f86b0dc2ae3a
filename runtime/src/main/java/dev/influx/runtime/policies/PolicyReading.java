package dev.influx.runtime.policies;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** One reading of the topic of policies, from its beginning until its consumer fails or closes. */
final class PolicyReading {
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final long NOT_KNOWN = -1;
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final KafkaConsumer<String, byte[]> consumer;
  private final TopicPartition partition;
  private final PolicyPages pages;
  private final Consumer<PolicyBook> listener;
  private final Queue<CompletableFuture<Void>> waiting;
  private final Queue<CompletableFuture<Void>> promised = new ArrayDeque<>();
  private long end = NOT_KNOWN;
  private boolean news = true;

  PolicyReading(
      KafkaConsumer<String, byte[]> consumer,
      TopicPartition partition,
      PolicyPages pages,
      Consumer<PolicyBook> listener,
      Queue<CompletableFuture<Void>> waiting) {
    this.consumer = consumer;
    this.partition = partition;
    this.pages = pages;
    this.listener = listener;
    this.waiting = waiting;
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
  }

  /**
   * Tells what was read when nothing is left to read, and only then waits for more: an empty topic
   * keeps nobody waiting.
   */
  void goOn() {
    try {
      promise();
      if (consumer.position(partition, PATIENCE) >= end) {
        tell();
      }
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        pages.take(record);
        news = true;
      }
    } catch (WakeupException e) {
      // Somebody wants to know something, or closes; the next round finds out.
    }
  }

  /**
   * Whoever asks now shall know what is before the end as it is after that. Half a book is told to
   * nobody: without its last page, another policy would be in force.
   */
  private void promise() {
    int asking = waiting.size();
    if (asking > 0 || end == NOT_KNOWN) {
      end = consumer.endOffsets(List.of(partition), PATIENCE).get(partition);
    }
    for (int count = 0; count < asking; count++) {
      promised.add(waiting.remove());
    }
  }

  private void tell() {
    if (news) {
      listener.accept(pages.book());
      news = false;
    }
    while (!promised.isEmpty()) {
      promised.remove().complete(null);
    }
  }

  /** Those who were promised something and are still waiting, for the next reading. */
  void handBack() {
    waiting.addAll(promised);
    promised.clear();
  }
}
