package dev.influx.scorer.topology;

import dev.influx.schemas.AuthorState;
import dev.influx.schemas.ClashNotice;
import dev.influx.scorer.activity.Disputes;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.policies.PolicyInForce;
import dev.influx.validator.claims.Claim;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Lets an author hear who else claims the same. The author is judged again if that is news, with
 * the time and the lineage of the last observation: results are equal however they came about.
 */
final class SettleProcessor implements Processor<byte[], ClashNotice, byte[], SpecificRecord> {
  private final PolicyInForce policies;
  private Register register;

  SettleProcessor(PolicyInForce policies) {
    this.policies = policies;
  }

  @Override
  public void init(ProcessorContext<byte[], SpecificRecord> context) {
    policies.await();
    this.register = new Register(policies, context);
  }

  @Override
  public void process(Record<byte[], ClashNotice> record) {
    PairKey key = UnprocessableRecordException.requirePair(record.key());
    byte[] id = key.toBytes();
    Optional<AuthorState> before = register.find(id);
    Disputes.Reaction reaction =
        before
            .map(History::in)
            .map(history -> Disputes.hear(history, key.about(), rival(record.value())))
            .orElse(Disputes.Reaction.NONE);
    reaction.restated().ifPresent(claim -> register.claim(claim, Register.timeOf(claim.at())));
    reaction
        .changed()
        .ifPresent(
            history ->
                register.enter(
                    id, before, history, Register.timeOf(history.last().getFetchedAt())));
  }

  private static Optional<Claim> rival(ClashNotice notice) {
    return Optional.ofNullable(notice)
        .map(told -> new Claim(told.getOther(), told.getFingerprint(), told.getAt()));
  }
}
