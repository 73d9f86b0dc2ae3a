package dev.influx.bench.micro;

import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Score;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.activity.Pace;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.evaluation.Judgement;
import dev.influx.scorer.model.Explanation;
import dev.influx.scorer.model.ScoreModel;
import dev.influx.scorer.model.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One author an operation: the score alone, the whole judgement, the explanation. */
@State(Scope.Thread)
public class ModelBenchmark {
  @Param(BenchAuthors.INVENTED)
  public String users;

  @Param({"m0", "m2@1", "m2@2"})
  public String policy;

  private Evaluator evaluator;
  private Evaluator withoutLanguages;
  private ScoreModel model;
  private List<History> histories;
  private List<Subject> subjects;
  private int at;

  /** Reads the authors and makes the policy ready. */
  @Setup
  public void prepare() throws IOException {
    Policy chosen = Policies.bundled().find(policy).orElseThrow().allowingSimulated();
    evaluator = Evaluator.of(chosen);
    withoutLanguages = Evaluator.withoutLanguages(chosen);
    model = ScoreModel.of(chosen.model(), chosen.domains());
    histories = BenchAuthors.of(users);
    subjects = histories.stream().map(ModelBenchmark::subject).toList();
  }

  private static Subject subject(History history) {
    RawProfile last = history.last();
    return new Subject(
        last.getProfile(),
        Pace.of(last.getProfile(), List.of(), last.getFetchedAt()),
        Optional.ofNullable(last.getDomain()),
        List.of(),
        last.getFetchedAt());
  }

  private int next() {
    at = at + 1 < histories.size() ? at + 1 : 0;
    return at;
  }

  /** From what is known of an author to the score with its contributions. */
  @Benchmark
  public Optional<Score> score() {
    return model.score(subjects.get(next()));
  }

  /** The same with enrichment and gates, to a record. */
  @Benchmark
  public Judgement judge() {
    return withoutLanguages.judge(histories.get(next()));
  }

  /** The same with the language of accepted authors: what the topology does. */
  @Benchmark
  public Judgement judgeWithLanguage() {
    return evaluator.judge(histories.get(next()));
  }

  /** The explanation for a person, with what would raise the score. */
  @Benchmark
  public Optional<Explanation> explain() {
    return evaluator.explain(histories.get(next()));
  }
}
