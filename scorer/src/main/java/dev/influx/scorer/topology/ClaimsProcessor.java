package dev.influx.scorer.topology;

import dev.influx.schemas.AuthorClaim;
import dev.influx.schemas.ClashNotice;
import dev.influx.validator.claims.Claim;
import dev.influx.validator.claims.Claimants;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Knows who claims each fingerprint, and tells those for whom a claim or its withdrawal changed
 * something.
 */
final class ClaimsProcessor implements Processor<byte[], AuthorClaim, byte[], SpecificRecord> {
  private ProcessorContext<byte[], SpecificRecord> context;
  private KeyValueStore<Bytes, byte[]> store;

  @Override
  public void init(ProcessorContext<byte[], SpecificRecord> context) {
    this.context = context;
    this.store = context.getStateStore(ScorerTopology.CLAIMANTS);
  }

  @Override
  public void process(Record<byte[], AuthorClaim> record) {
    PairKey key = UnprocessableRecordException.requirePair(record.key());
    String fingerprint = key.to();
    Bytes stored = Bytes.wrap(key.toBytes());
    Claimants before =
        Optional.ofNullable(store.get(stored))
            .map(bytes -> ClaimantsCodec.decode(fingerprint, bytes))
            .orElse(Claimants.nobody());
    Claimants.Change change =
        record.value() == null
            ? before.released(key.about())
            : before.claimed(new Claim(key.about(), fingerprint, record.value().getAt()));
    if (!change.after().equals(before)) {
      remember(stored, change.after());
    }
    tell(fingerprint, change.news(), record.timestamp());
  }

  private void remember(Bytes fingerprint, Claimants claimants) {
    store.put(fingerprint, claimants.claims().isEmpty() ? null : ClaimantsCodec.encode(claimants));
  }

  private void tell(String fingerprint, Map<String, Optional<Claim>> news, long timestamp) {
    news.forEach(
        (id, rival) ->
            context.forward(
                new Record<>(
                    new PairKey(id, fingerprint).bytes(),
                    rival.map(other -> notice(id, other)).orElse(null),
                    timestamp)));
  }

  private static SpecificRecord notice(String id, Claim rival) {
    return new ClashNotice(id, rival.fingerprint(), rival.id(), rival.at());
  }
}
