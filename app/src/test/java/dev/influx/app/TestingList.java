package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.app.evaluate.BadLine;
import dev.influx.app.evaluate.EvaluationOutput;
import dev.influx.app.evaluate.FileEvaluation;
import dev.influx.app.evaluate.Origin;
import dev.influx.lists.policies.Policies;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.evaluation.Judgement;
import dev.influx.sink.record.AuthorLine;
import dev.influx.sink.record.RankedAuthor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The users of a file as the pipe judges and publishes them. */
final class TestingList implements EvaluationOutput<Judgement> {
  private final List<ScoredProfile> accepted = new ArrayList<>();
  private final List<RejectedProfile> rejected = new ArrayList<>();

  static TestingList of(Path file, String policy, Instant asOf) {
    TestingList users = new TestingList();
    Evaluator evaluator = Evaluator.withoutLanguages(Policies.bundled().find(policy).orElseThrow());
    try (InputStream in = Files.newInputStream(file)) {
      new FileEvaluation<>(evaluator::judge, users)
          .run(new Origin("users.jsonl", file.toUri().toString(), asOf), in);
      return users;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  List<ScoredProfile> accepted() {
    return accepted;
  }

  List<RejectedProfile> rejected() {
    return rejected;
  }

  /** The lines of the published list; ranks are not looked at here. */
  String latest() {
    return accepted.stream()
        .map(author -> new String(AuthorLine.of(new RankedAuthor(author, 1, 1)), UTF_8) + "\n")
        .collect(Collectors.joining());
  }

  @Override
  public void evaluated(Judgement author) {
    assertThat(author.<Boolean>fold(accepted::add, rejected::add)).isTrue();
  }

  @Override
  public void bad(BadLine line) {
    throw new AssertionError(line);
  }

  @Override
  public boolean proceed(long lines) {
    return true;
  }
}
