package dev.influx.bench.worker;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What a loop does with one record. */
interface Step {

  void handle(
      ConsumerRecord<byte[], byte[]> input, Consumer<ProducerRecord<byte[], byte[]>> output);

  Map<String, Long> outcomes();

  /** Passes the bytes on. */
  record Copy(String topic) implements Step {
    @Override
    public void handle(
        ConsumerRecord<byte[], byte[]> input, Consumer<ProducerRecord<byte[], byte[]>> output) {
      output.accept(
          new ProducerRecord<>(topic, null, input.timestamp(), input.key(), input.value()));
    }

    @Override
    public Map<String, Long> outcomes() {
      return Map.of();
    }
  }
}
