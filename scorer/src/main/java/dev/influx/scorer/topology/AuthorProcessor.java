package dev.influx.scorer.topology;

import dev.influx.schemas.AuthorState;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.wire.StateCodec;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.activity.Observed;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.evaluation.Judgement;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Folds an observation into the state of its author and sends the author to where the verdict says.
 * All that can fail is computed before the state is touched or anything is sent, so that a failing
 * record leaves nothing behind but a dead letter.
 */
final class AuthorProcessor implements Processor<byte[], RawProfile, byte[], SpecificRecord> {
  private static final StateCodec CODEC = new StateCodec();

  private final Evaluator evaluator;
  private final Outcomes outcomes;
  private ProcessorContext<byte[], SpecificRecord> context;
  private KeyValueStore<Bytes, byte[]> authors;
  private PolicyProgress progress;

  AuthorProcessor(Evaluator evaluator, MeterRegistry meters) {
    this.evaluator = evaluator;
    this.outcomes = new Outcomes(meters);
  }

  @Override
  public void init(ProcessorContext<byte[], SpecificRecord> context) {
    this.context = context;
    this.authors = context.getStateStore(ScorerTopology.AUTHORS);
    this.progress = new PolicyProgress(context.getStateStore(ScorerTopology.PROGRESS));
  }

  @Override
  public void process(Record<byte[], RawProfile> record) {
    UnprocessableRecordException.requireAuthor(record.key(), record.value());
    Bytes author = Bytes.wrap(record.key());
    Optional<AuthorState> before = Optional.ofNullable(authors.get(author)).map(CODEC::decode);
    Observed observed =
        History.observe(before.map(History::in), record.value(), lineage(context.recordMetadata()));
    observed
        .history()
        .ifPresentOrElse(
            history -> judge(record, before, history, observed),
            () -> outcomes.count(observed.outcome()));
  }

  private void judge(
      Record<byte[], RawProfile> record,
      Optional<AuthorState> before,
      History history,
      Observed observed) {
    Judgement judgement = evaluator.judge(history);
    byte[] state = CODEC.encode(state(history, judgement));
    progress.note(evaluator.policy());
    authors.put(Bytes.wrap(record.key()), state);
    send(record, judgement, before);
    boolean newest = observed instanceof Observed.Newer;
    outcomes.count(newest ? verdict(judgement) : observed.outcome());
  }

  private static String verdict(Judgement judgement) {
    return judgement.accepted() ? "accepted" : "rejected";
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
   * An author is live in one topic only: a change of verdict withdraws the author from the other.
   */
  private void send(
      Record<byte[], RawProfile> record, Judgement judgement, Optional<AuthorState> before) {
    SpecificRecord profile = judgement.fold(scored -> scored, rejected -> rejected);
    String here = judgement.accepted() ? ScorerTopology.ACCEPTED : ScorerTopology.REJECTED;
    String there = judgement.accepted() ? ScorerTopology.REJECTED : ScorerTopology.ACCEPTED;
    context.forward(record.withValue(profile), here);
    before
        .filter(state -> state.getAccepted() != judgement.accepted())
        .ifPresent(state -> context.forward(record.withValue((SpecificRecord) null), there));
  }

  private static Lineage lineage(Optional<RecordMetadata> metadata) {
    RecordMetadata at = metadata.orElseThrow();
    return new Lineage(at.topic(), at.partition(), at.offset());
  }
}
