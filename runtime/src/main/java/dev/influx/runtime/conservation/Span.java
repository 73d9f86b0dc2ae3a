package dev.influx.runtime.conservation;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Offsets of a partition, the second of which is not one of them. */
record Span(TopicPartition partition, long from, long to) {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final long MOST_POLLS_IN_VAIN = PATIENCE.dividedBy(POLL);

  /** Hands on what is committed there. */
  void read(
      KafkaConsumer<byte[], byte[]> consumer, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    long inVain = 0;
    while (consumer.position(partition, PATIENCE) < to) {
      long before = consumer.position(partition, PATIENCE);
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() < to) {
          reader.accept(record);
        }
      }
      inVain = consumer.position(partition, PATIENCE) > before ? 0 : inVain + 1;
      if (inVain > MOST_POLLS_IN_VAIN) {
        throw new TimeoutException("it stopped answering before " + partition + " was read");
      }
    }
  }
}
