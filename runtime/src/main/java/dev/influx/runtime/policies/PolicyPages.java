package dev.influx.runtime.policies;

import dev.influx.schemas.PolicyEvent;
import dev.influx.schemas.wire.WireDeserializer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills a book, record by record. What cannot be read is passed over: others can be. */
final class PolicyPages {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyPages.class);

  private final WireDeserializer<PolicyEvent> events;
  private PolicyBook book = PolicyBook.empty();

  PolicyPages(WireDeserializer<PolicyEvent> events) {
    this.events = events;
  }

  void take(ConsumerRecord<String, byte[]> record) {
    if (record.key() == null) {
      return;
    }
    try {
      book = book.with(record.key(), events.deserialize(record.topic(), record.value()));
    } catch (SerializationException e) {
      LOG.warn(
          "{} at offset {} cannot be read: {}", record.topic(), record.offset(), e.getMessage());
    }
  }

  PolicyBook book() {
    return book;
  }
}
