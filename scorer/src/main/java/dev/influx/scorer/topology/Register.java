package dev.influx.scorer.topology;

import dev.influx.schemas.AuthorClaim;
import dev.influx.schemas.AuthorState;
import dev.influx.schemas.Availability;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.wire.StateCodec;
import dev.influx.scorer.activity.Disputes;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.evaluation.Judgement;
import dev.influx.scorer.policies.Judge;
import dev.influx.scorer.policies.PolicyInForce;
import dev.influx.validator.claims.Claim;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The authors of a task. Whatever changes the history of one is judged, remembered and sent here.
 * All that can fail is computed before the state is touched or anything is sent, so that a failing
 * record leaves nothing behind but a dead letter.
 */
final class Register {
  private static final Logger LOG = LoggerFactory.getLogger(Register.class);
  private static final StateCodec CODEC = new StateCodec();

  private final PolicyInForce policies;
  private final ProcessorContext<byte[], SpecificRecord> context;
  private final KeyValueStore<Bytes, byte[]> authors;
  private final Standing standing;

  Register(PolicyInForce policies, ProcessorContext<byte[], SpecificRecord> context) {
    this.policies = policies;
    this.context = context;
    this.authors = context.getStateStore(ScorerTopology.AUTHORS);
    this.standing = new Standing(context);
  }

  /** What became of an author who was judged again. */
  enum Again {
    ACCEPTED,
    REJECTED,
    FAILED
  }

  /** All that is to be remembered and sent of an author, ready before anything is. */
  private record Entry(
      Optional<AuthorState> before,
      History history,
      Judgement judgement,
      Bytes state,
      Disputes.Statements statements) {}

  Standing standing() {
    return standing;
  }

  /** About how many there are. */
  long size() {
    return authors.approximateNumEntries();
  }

  /** Those who are there now, in whatever order; what is read of each may be out of date. */
  KeyValueIterator<Bytes, byte[]> everybody() {
    return authors.all();
  }

  Optional<AuthorState> find(byte[] id) {
    return Optional.ofNullable(authors.get(Bytes.wrap(id))).map(CODEC::decode);
  }

  /** What an author is from now on. */
  Judgement enter(byte[] id, Optional<AuthorState> before, History history, long timestamp) {
    Judge judge = policies.now();
    Entry entry = prepare(judge.evaluator(), before, history);
    standing.judgingBy(judge);
    enter(id, entry, timestamp);
    return entry.judgement();
  }

  /**
   * The same history under another policy, with the time and the lineage of the last observation.
   * Empty if there is nothing to judge: the author is judged by it already, forgotten, or gone. An
   * author who cannot be judged stays as before, and does not keep the others from being judged.
   */
  Optional<Again> judgeAgain(Judge judge, Bytes id) {
    byte[] stored = authors.get(id);
    Entry entry;
    try {
      Optional<AuthorState> before =
          Optional.ofNullable(stored)
              .map(CODEC::decode)
              .filter(state -> isToBeJudged(state, judge.policy()));
      if (before.isEmpty()) {
        return Optional.empty();
      }
      entry = again(judge.evaluator(), stored, before.get());
    } catch (RuntimeException e) {
      LOG.error("author {} cannot be judged by {}", id, judge.policy().getId(), e);
      return Optional.of(Again.FAILED);
    }
    enter(id.get(), entry, timeOf(entry.history().last().getFetchedAt()));
    return Optional.of(entry.judgement().accepted() ? Again.ACCEPTED : Again.REJECTED);
  }

  private static boolean isToBeJudged(AuthorState state, PolicyRef policy) {
    return !state.getPolicy().equals(policy)
        && state.getLast().getAvailability() != Availability.FORGOTTEN;
  }

  /** Records cannot be older than 1970. */
  static long timeOf(Instant at) {
    return Math.max(0, at.toEpochMilli());
  }

  private static Entry prepare(Evaluator evaluator, Optional<AuthorState> before, History history) {
    Disputes.Statements statements =
        Disputes.statements(before.flatMap(Register::claimed), history);
    Judgement judgement = evaluator.judge(history);
    byte[] state = CODEC.encode(state(evaluator, history, judgement));
    return new Entry(before, history, judgement, Bytes.wrap(state), statements);
  }

  /** Whoever has made claims makes the same ones whatever the policy; to find them takes long. */
  private static Entry again(Evaluator evaluator, byte[] stored, AuthorState before) {
    History history = History.in(before);
    Disputes.Statements statements =
        before.getClashes() == null
            ? Disputes.statements(Optional.empty(), history)
            : Disputes.Statements.NONE;
    Judgement judgement = evaluator.judge(history);
    byte[] state = CODEC.encodeJudged(stored, before, state(evaluator, history, judgement));
    return new Entry(Optional.of(before), history, judgement, Bytes.wrap(state), statements);
  }

  private void enter(byte[] id, Entry entry, long timestamp) {
    authors.put(Bytes.wrap(id), entry.state().get());
    if (entry.history().isForgotten()) {
      withdraw(id, timestamp);
    } else {
      send(id, entry.before(), entry.judgement(), timestamp);
    }
    entry.statements().released().forEach(claim -> release(claim, timestamp));
    entry.statements().made().forEach(claim -> claim(claim, timestamp));
  }

  private static AuthorState state(Evaluator evaluator, History history, Judgement judgement) {
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
    context.forward(record(id, profile, timestamp), here);
    before
        .filter(state -> state.getAccepted() != judgement.accepted())
        .ifPresent(state -> context.forward(record(id, null, timestamp), there));
  }

  /** From both topics, whatever the state says: what was sent before it may have been lost. */
  private void withdraw(byte[] id, long timestamp) {
    context.forward(record(id, null, timestamp), ScorerTopology.ACCEPTED);
    context.forward(record(id, null, timestamp), ScorerTopology.REJECTED);
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
    context.forward(record(key, value, timestamp), ScorerTopology.TO_CLAIMS);
  }

  /**
   * Brokers refuse what is far ahead of their clock, and a refused record would stop the scorer.
   */
  private Record<byte[], SpecificRecord> record(byte[] key, SpecificRecord value, long timestamp) {
    return new Record<>(key, value, Math.min(timestamp, context.currentSystemTimeMs()));
  }
}
