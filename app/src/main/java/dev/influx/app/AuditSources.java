package dev.influx.app;

import dev.influx.app.config.ConfigResult;
import dev.influx.app.evaluate.BadLine;
import dev.influx.app.evaluate.FileClashes;
import dev.influx.app.evaluate.FileEvaluation;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.JudgedAuthors;
import dev.influx.app.pipe.RecordedHistory;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.evaluation.Judgement;
import dev.influx.validator.audit.AuditedAuthor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where audited authors come from: files, or the topics of an installation. */
final class AuditSources {
  private static final Path LIVE = Path.of("live");

  private final Session session;
  private final List<Path> files;
  private final Instant asOf;

  AuditSources(Session session, List<Path> files, Instant asOf) {
    this.session = session;
    this.files = files;
    this.asOf = asOf;
  }

  /** Whether the topics are named as well as files. */
  boolean areMixed() {
    return files.contains(LIVE) && files.size() > 1;
  }

  /**
   * Has every author judged, and says what could not be read on stderr.
   *
   * @return whether all could be read
   */
  boolean readAll(Evaluator by, AuditReading.Taker taker) throws InterruptedException, IOException {
    return files.contains(LIVE) ? readLive(by, taker) : readFiles(by, taker);
  }

  /** Twice: what others claim is part of what is found of an author. */
  private boolean readFiles(Evaluator by, AuditReading.Taker taker) throws InterruptedException {
    try (EvaluationInputs inputs =
            EvaluationInputs.toReadTwice(session.surroundings(), files, asOf);
        FileClashes clashes = new FileClashes(EvaluationInputs.scratch());
        AuditReading reading = AuditReading.begin(session, taker, inputs::percent)) {
      inputs.readAll(clashes::read, () -> true);
      inputs.readAll(
          new FileEvaluation<>(history -> audited(by.judge(history)), reading, clashes)::run,
          () -> true);
      return reading.allGood();
    }
  }

  private boolean readLive(Evaluator by, AuditReading.Taker taker) throws IOException {
    Installation installation = installation();
    installation.requireTopics();
    try (Registry registry = installation.registry();
        AuditReading reading = AuditReading.begin(session, taker, () -> -1)) {
      registry.ping();
      new JudgedAuthors<>(
              installation,
              registry,
              "influx-audit",
              readers(by, taker),
              bad -> reading.bad(new BadLine(bad.partition(), bad.offset(), bad.reason())))
          .forEach(reading::evaluated, reading::proceed);
      return reading.allGood();
    }
  }

  private Installation installation() {
    ConfigResult.Loaded loaded = session.load();
    Path data = session.surroundings().directory().resolve(loaded.config().sink().dataDir());
    return Installation.running(loaded, data);
  }

  /** All authors are held at once: of those who only count, little is. */
  private static JudgedAuthors.Readers<AuditedAuthor> readers(
      Evaluator by, AuditReading.Taker taker) {
    return new JudgedAuthors.Readers<>(
        author -> slim(audited(by.judge(RecordedHistory.of(author), author.getActivity())), taker),
        author -> slim(audited(by.judge(RecordedHistory.of(author))), taker));
  }

  private static AuditedAuthor slim(AuditedAuthor author, AuditReading.Taker taker) {
    return taker.mayShow(author) ? author : author.withoutProfile();
  }

  private static AuditedAuthor audited(Judgement judgement) {
    return judgement.fold(AuditSources::accepted, AuditSources::rejected);
  }

  private static AuditedAuthor accepted(ScoredProfile author) {
    return new AuditedAuthor(
        author.getId(),
        author.getObservedAt(),
        Optional.of(author.getProfile()),
        author.getFlags());
  }

  private static AuditedAuthor rejected(RejectedProfile author) {
    return new AuditedAuthor(
        author.getId(),
        author.getObservedAt(),
        Optional.ofNullable(author.getProfile()),
        author.getFindings());
  }
}
