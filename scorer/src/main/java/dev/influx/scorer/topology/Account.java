package dev.influx.scorer.topology;

import dev.influx.schemas.wire.LedgerCodec;
import dev.influx.scorer.ledger.Ledger;
import dev.influx.scorer.ledger.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.NavigableSet;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the ledger of the raw partition of a task. It goes with the transaction of the records
 * themselves: what is committed is in it, and nothing else. A letter is counted with the next
 * record, or within a second.
 */
final class Account implements AutoCloseable {
  private static final Bytes KEY = Bytes.wrap("ledger".getBytes(StandardCharsets.UTF_8));
  private static final LedgerCodec CODEC = new LedgerCodec();
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final KeyValueStore<Bytes, byte[]> store;
  private final Ledger ledger;
  private final DeadPlaces places;
  private final TopicPartition raw;
  private final NavigableSet<Long> dead;

  private Account(ProcessorContext<?, ?> context, String rawTopic) {
    this.store = context.getStateStore(ScorerTopology.LEDGER);
    this.ledger =
        Optional.ofNullable(store.get(KEY))
            .map(CODEC::decode)
            .map(Ledger::new)
            .orElseGet(Ledger::new);
    this.places = (DeadPlaces) context.appConfigs().get(DeadPlaces.SETTING);
    this.raw = new TopicPartition(rawTopic, context.taskId().partition());
    this.dead = places.open(raw);
  }

  static Account open(ProcessorContext<?, ?> context, String rawTopic) {
    Account account = new Account(context, rawTopic);
    var unused =
        context.schedule(
            LOOK, PunctuationType.WALL_CLOCK_TIME, now -> account.countLetters(Long.MAX_VALUE));
    return account;
  }

  void count(long offset, Outcome outcome) {
    countLetters(offset);
    ledger.count(offset, outcome);
    keep();
  }

  /** In their order: what is before the first that counts does not count. */
  private void countLetters(long before) {
    if (dead.isEmpty()) {
      return;
    }
    for (Long next = dead.pollFirst(); next != null; next = dead.pollFirst()) {
      if (next >= before) {
        dead.add(next);
        break;
      }
      ledger.count(next, Outcome.DEAD);
    }
    keep();
  }

  private void keep() {
    ledger.kept().ifPresent(kept -> store.put(KEY, CODEC.encode(kept)));
  }

  @Override
  public void close() {
    places.close(raw, dead);
  }
}
