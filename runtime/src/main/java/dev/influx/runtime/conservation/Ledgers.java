package dev.influx.runtime.conservation;

import dev.influx.schemas.ScorerLedger;
import dev.influx.schemas.wire.LedgerCodec;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads what scorers have noted last, from the ends of their log. */
final class Ledgers {
  /** The last ledger is the last record, behind which only ends of transactions can stand. */
  private static final long TAIL = 100;

  private static final LedgerCodec CODEC = new LedgerCodec();

  private final KafkaConsumer<byte[], byte[]> consumer;

  Ledgers(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** By partition; those of which nothing was noted are absent. */
  SortedMap<Integer, ScorerLedger> read(
      Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
    SortedMap<Integer, ScorerLedger> ledgers = new TreeMap<>();
    ends.forEach(
        (partition, end) ->
            last(partition, starts.get(partition), end)
                .ifPresent(ledger -> ledgers.put(partition.partition(), ledger)));
    return ledgers;
  }

  private Optional<ScorerLedger> last(TopicPartition partition, long start, long end) {
    long tail = Math.max(start, end - TAIL);
    Optional<ScorerLedger> last = last(new Span(partition, tail, end));
    return last.isEmpty() && tail > start ? last(new Span(partition, start, tail)) : last;
  }

  private Optional<ScorerLedger> last(Span span) {
    AtomicReference<byte[]> last = new AtomicReference<>();
    span.read(consumer, record -> last.set(record.value()));
    return Optional.ofNullable(last.get()).map(CODEC::decode);
  }
}
