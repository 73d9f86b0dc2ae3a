package dev.influx.scorer.topology;

import dev.influx.schemas.AuthorClaim;
import dev.influx.schemas.AuthorState;
import dev.influx.schemas.wire.StateCodec;
import dev.influx.scorer.activity.Disputes;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.evaluation.Judgement;
import dev.influx.validator.claims.Claim;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The authors of a task. Whatever changes the history of one is judged, remembered and sent here.
 * All that can fail is computed before the state is touched or anything is sent, so that a failing
 * record leaves nothing behind but a dead letter.
 */
final class Register {
  private static final StateCodec CODEC = new StateCodec();

  private final Evaluator evaluator;
  private final ProcessorContext<byte[], SpecificRecord> context;
  private final KeyValueStore<Bytes, byte[]> authors;
  private final PolicyProgress progress;

  Register(Evaluator evaluator, ProcessorContext<byte[], SpecificRecord> context) {
    this.evaluator = evaluator;
    this.context = context;
    this.authors = context.getStateStore(ScorerTopology.AUTHORS);
    this.progress = new PolicyProgress(context.getStateStore(ScorerTopology.PROGRESS));
  }

  Optional<AuthorState> find(byte[] id) {
    return Optional.ofNullable(authors.get(Bytes.wrap(id))).map(CODEC::decode);
  }

  /** What an author is from now on. */
  Judgement enter(byte[] id, Optional<AuthorState> before, History history, long timestamp) {
    Judgement judgement = evaluator.judge(history);
    byte[] state = CODEC.encode(state(history, judgement));
    Disputes.Statements statements =
        Disputes.statements(before.flatMap(Register::claimed), history);
    progress.note(evaluator.policy());
    authors.put(Bytes.wrap(id), state);
    if (history.isForgotten()) {
      withdraw(id, timestamp);
    } else {
      send(id, before, judgement, timestamp);
    }
    statements.released().forEach(claim -> release(claim, timestamp));
    statements.made().forEach(claim -> claim(claim, timestamp));
    return judgement;
  }

  private AuthorState state(History history, Judgement judgement) {
    return new AuthorState(
        history.last(),
        history.lineage(),
        history.samples(),
        judgement.accepted(),
        evaluator.policy(),
        judgement.language().orElse(null),
        history.clashes());
  }

  /**
   * States from before authors were compared made no claims; theirs are made at the next change.
   */
  private static Optional<History> claimed(AuthorState state) {
    return Optional.of(state).filter(known -> known.getClashes() != null).map(History::in);
  }

  /**
   * An author is live in one topic only: a change of verdict withdraws the author from the other.
   */
  private void send(byte[] id, Optional<AuthorState> before, Judgement judgement, long timestamp) {
    SpecificRecord profile = judgement.fold(scored -> scored, rejected -> rejected);
    String here = judgement.accepted() ? ScorerTopology.ACCEPTED : ScorerTopology.REJECTED;
    String there = judgement.accepted() ? ScorerTopology.REJECTED : ScorerTopology.ACCEPTED;
    context.forward(new Record<>(id, profile, timestamp), here);
    before
        .filter(state -> state.getAccepted() != judgement.accepted())
        .ifPresent(state -> context.forward(new Record<>(id, null, timestamp), there));
  }

  /** From both topics, whatever the state says: what was sent before it may have been lost. */
  private void withdraw(byte[] id, long timestamp) {
    context.forward(new Record<>(id, null, timestamp), ScorerTopology.ACCEPTED);
    context.forward(new Record<>(id, null, timestamp), ScorerTopology.REJECTED);
  }

  /** Tells others of a claim. */
  void claim(Claim claim, long timestamp) {
    forward(claim, new AuthorClaim(claim.id(), claim.fingerprint(), claim.at()), timestamp);
  }

  private void release(Claim claim, long timestamp) {
    forward(claim, null, timestamp);
  }

  private void forward(Claim claim, SpecificRecord value, long timestamp) {
    byte[] key = new PairKey(claim.fingerprint(), claim.id()).bytes();
    context.forward(new Record<>(key, value, timestamp), ScorerTopology.TO_CLAIMS);
  }
}
