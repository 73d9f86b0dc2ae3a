package dev.influx.scorer.topology;

import dev.influx.schemas.AuthorState;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.activity.Observed;
import dev.influx.scorer.evaluation.Judgement;
import dev.influx.scorer.ledger.Outcome;
import dev.influx.scorer.policies.PolicyInForce;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Folds an observation into the history of its author, and has all authors judged again when
 * another policy comes into force.
 */
final class AuthorProcessor implements Processor<byte[], RawProfile, byte[], SpecificRecord> {
  private final String raw;
  private final PolicyInForce policies;
  private final Predicate<String> forgotten;
  private final Turns turns;
  private final Outcomes outcomes;
  private final ResultMetrics results;
  private final Rescored rescored;
  private final PolicyMetrics standings;
  private ProcessorContext<byte[], SpecificRecord> context;
  private Register register;
  private Rescoring rescoring;
  private Account account;

  /**
   * One for each task.
   *
   * @param raw the topic of which it keeps account
   */
  AuthorProcessor(
      String raw,
      PolicyInForce policies,
      Predicate<String> forgotten,
      Turns turns,
      Metrics metrics) {
    this.raw = raw;
    this.policies = policies;
    this.forgotten = forgotten;
    this.turns = turns;
    this.outcomes = new Outcomes(metrics.meters());
    this.results = new ResultMetrics(metrics.meters());
    this.rescored = new Rescored(metrics.meters());
    this.standings = metrics.policies();
  }

  /**
   * Where it is told what happens.
   *
   * @param policies by all tasks together
   */
  record Metrics(MeterRegistry meters, PolicyMetrics policies) {
    Metrics(MeterRegistry meters) {
      this(meters, new PolicyMetrics(meters));
    }
  }

  @Override
  public void init(ProcessorContext<byte[], SpecificRecord> context) {
    policies.await();
    this.context = context;
    this.register = new Register(policies, context);
    this.rescoring =
        new Rescoring(context, policies, register, turns, new Rescoring.Told(rescored, standings));
    this.account = Account.open(context, raw);
    rescoring.begin();
  }

  @Override
  public void process(Record<byte[], RawProfile> record) {
    rescoring.disturb();
    UnprocessableRecordException.requireAuthor(record.key(), record.value());
    Lineage lineage = lineage(context.recordMetadata());
    Optional<AuthorState> before = register.find(record.key());
    if (before.isEmpty() && mustNotBeLearnt(record.value())) {
      count(lineage, "forgotten");
      return;
    }
    Observed observed = History.observe(before.map(History::in), record.value(), lineage);
    Optional<Judgement> judgement =
        observed
            .history()
            .map(history -> register.enter(record.key(), before, history, record.timestamp()));
    Optional<Judgement> news = judgement.filter(judged -> observed instanceof Observed.Newer);
    news.ifPresent(
        judged -> results.judged(judged, context.currentSystemTimeMs() - record.timestamp()));
    count(lineage, news.map(AuthorProcessor::verdict).orElse(observed.outcome()));
  }

  private void count(Lineage lineage, String outcome) {
    outcomes.count(outcome);
    account.count(lineage.getOffset(), inAccount(outcome));
  }

  /** Nothing is learnt of whoever is forgotten, as of whoever was seen earlier. */
  private static Outcome inAccount(String outcome) {
    return switch (outcome) {
      case "accepted" -> Outcome.ACCEPTED;
      case "rejected" -> Outcome.REJECTED;
      case "duplicate" -> Outcome.DUPLICATE;
      default -> Outcome.STALE;
    };
  }

  /** What is forgotten is state as well, and comes with a record that says so. */
  private boolean mustNotBeLearnt(RawProfile observation) {
    return observation.getAvailability() != Availability.FORGOTTEN
        && forgotten.test(observation.getId());
  }

  private static String verdict(Judgement judgement) {
    return judgement.accepted() ? "accepted" : "rejected";
  }

  @Override
  public void close() {
    rescoring.close();
    account.close();
    standings.leave(context.taskId());
  }

  private static Lineage lineage(Optional<RecordMetadata> metadata) {
    RecordMetadata at = metadata.orElseThrow();
    return new Lineage(at.topic(), at.partition(), at.offset());
  }
}
