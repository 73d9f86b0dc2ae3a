package dev.influx.scorer.evaluation;

import dev.influx.lists.policies.Policy;
import dev.influx.schemas.Activity;
import dev.influx.schemas.Finding;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.ToldLanguage;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.activity.Pace;
import dev.influx.scorer.language.LanguageDetector;
import dev.influx.scorer.model.Explanation;
import dev.influx.scorer.model.ScoreModel;
import dev.influx.scorer.model.Subject;
import dev.influx.validator.Gates;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A policy made ready to judge authors. */
public final class Evaluator {
  private static final Activity NOTHING_KNOWN = Activity.newBuilder().build();

  private final Gates gates;
  private final ScoreModel model;
  private final Optional<ScoreModel> fallback;
  private final PolicyRef reference;
  private final UnaryOperator<String> language;

  private Evaluator(Policy policy, UnaryOperator<String> language) {
    this.gates = Gates.of(policy);
    this.model = ScoreModel.of(policy.model(), policy.domains());
    this.fallback = policy.fallback().map(other -> ScoreModel.of(other, policy.domains()));
    this.reference = new PolicyRef(policy.id(), new Sha256(policy.sha256().bytes()));
    this.language = language;
  }

  public static Evaluator of(Policy policy) {
    return new Evaluator(policy, LanguageDetector.bundled()::primaryOf);
  }

  /** For those who read verdicts and scores only: telling languages takes longer than scoring. */
  public static Evaluator withoutLanguages(Policy policy) {
    return new Evaluator(policy, bio -> null);
  }

  /** The policy, by name and content, as every record names it. */
  public PolicyRef policy() {
    return reference;
  }

  /** The version that stands in every score of this policy that is not its fallback's. */
  public String scoreVersion() {
    return model.version();
  }

  public Judgement judge(History history) {
    return judge(history, pace(history));
  }

  /**
   * The same for an author whose samples are not at hand, only the pace that they gave.
   *
   * @param history whose samples are not looked at
   */
  public Judgement judge(History history, Activity pace) {
    Optional<Score> score = subject(history.last(), pace).flatMap(this::score);
    return gates
        .judge(history.last(), history.clashes())
        .fold(
            flags -> accept(history, pace, score, flags),
            findings -> reject(history, findings, score));
  }

  /** What the score of an author is made of; empty for those who have none. */
  public Optional<Explanation> explain(History history) {
    return subject(history.last(), pace(history))
        .flatMap(
            subject ->
                model.explain(subject).or(() -> fallback.flatMap(other -> other.explain(subject))));
  }

  private static Activity pace(History history) {
    RawProfile last = history.last();
    return last.getProfile() == null
        ? NOTHING_KNOWN
        : Pace.of(last.getProfile(), history.samples(), last.getFetchedAt());
  }

  private static Optional<Subject> subject(RawProfile last, Activity pace) {
    return Optional.ofNullable(last.getProfile())
        .map(
            profile ->
                new Subject(
                    profile,
                    pace,
                    Optional.ofNullable(last.getDomain()),
                    last.getTopicTags(),
                    last.getFetchedAt()));
  }

  private Optional<Score> score(Subject subject) {
    return model.score(subject).or(() -> fallback.flatMap(other -> other.score(subject)));
  }

  /** Nobody is in the list without a score: what the model cannot score is refused. */
  private Judgement accept(
      History history, Activity activity, Optional<Score> score, List<Finding> flags) {
    return score
        .<Judgement>map(known -> new Judgement.Accepted(scored(history, activity, known, flags)))
        .orElseGet(() -> reject(history, List.of(unscored()), Optional.empty()));
  }

  private Finding unscored() {
    return new Finding("not_scorable", "model." + model.version(), "its inputs are not known");
  }

  private ScoredProfile scored(
      History history, Activity activity, Score score, List<Finding> flags) {
    RawProfile last = history.last();
    return ScoredProfile.newBuilder()
        .setId(last.getId())
        .setObservedAt(last.getFetchedAt())
        .setProfile(last.getProfile())
        .setDomain(last.getDomain())
        .setLangPrimary(language(history))
        .setProvenance(last.getProvenance())
        .setSources(last.getSources())
        .setActivity(activity)
        .setScore(score)
        .setPolicy(reference)
        .setLineage(history.lineage())
        .setFlags(flags)
        .build();
  }

  /** A bio is looked at once: to tell its language takes as long as all the rest. */
  private String language(History history) {
    return history
        .language()
        .filter(told -> told.getDetector() == LanguageDetector.VERSION)
        .map(ToldLanguage::getPrimary)
        .orElseGet(() -> language.apply(history.last().getProfile().getDescription()));
  }

  private Judgement reject(History history, List<Finding> findings, Optional<Score> score) {
    RawProfile last = history.last();
    Profile profile = last.getProfile();
    return new Judgement.Rejected(
        RejectedProfile.newBuilder()
            .setId(last.getId())
            .setObservedAt(last.getFetchedAt())
            .setAvailability(last.getAvailability())
            .setHandle(profile == null ? last.getHandle() : profile.getHandle())
            .setProfile(profile)
            .setDomain(last.getDomain())
            .setProvenance(last.getProvenance())
            .setSources(last.getSources())
            .setFindings(findings)
            .setScore(score.orElse(null))
            .setPolicy(reference)
            .setLineage(history.lineage())
            .setClashes(history.clashes())
            .build());
  }
}
