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
import java.util.function.LongSupplier;

/** Where audited authors come from: files, or the topics of an installation. */
final class AuditSources {
  private static final Path LIVE = Path.of("live");

  private final Session session;
  private final List<Path> files;
  private final Instant asOf;
  private boolean allGood = true;

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
  boolean readAll(Evaluator by, AuditTaker taker) throws InterruptedException, IOException {
    return files.contains(LIVE) ? readLive(by, taker) : readFiles(by, taker);
  }

  /** Twice: what others claim is part of what is found of an author. */
  private boolean readFiles(Evaluator by, AuditTaker taker) throws InterruptedException {
    try (EvaluationInputs inputs =
            EvaluationInputs.toReadTwice(session.surroundings(), files, asOf);
        LongReading<AuditedAuthor> reading = reading(taker, inputs::percent);
        FileClashes clashes = new FileClashes(EvaluationInputs.scratch(), reading::compared)) {
      inputs.readAll(clashes::read, () -> true);
      inputs.readAll(
          new FileEvaluation<>(history -> audited(by.judge(history)), reading, clashes)::run,
          () -> true);
      return allGood;
    }
  }

  private boolean readLive(Evaluator by, AuditTaker taker) throws IOException {
    Installation installation = installation();
    installation.requireTopics();
    try (Registry registry = installation.registry();
        LongReading<AuditedAuthor> reading = reading(taker, () -> -1)) {
      registry.ping();
      new JudgedAuthors<>(
              installation,
              registry,
              "influx-audit",
              readers(by, taker),
              bad -> reading.bad(new BadLine(bad.partition(), bad.offset(), bad.reason())))
          .forEach(reading::evaluated, reading::proceed);
      return allGood;
    }
  }

  private LongReading<AuditedAuthor> reading(AuditTaker taker, LongSupplier percent) {
    return LongReading.begin(session, taker::take, () -> allGood = false, percent);
  }

  private Installation installation() {
    ConfigResult.Loaded loaded = session.load();
    Path data = session.surroundings().directory().resolve(loaded.config().sink().dataDir());
    return Installation.running(loaded, data);
  }

  /** All authors are held at once: of those who only count, little is. */
  private static JudgedAuthors.Readers<AuditedAuthor> readers(Evaluator by, AuditTaker taker) {
    return new JudgedAuthors.Readers<>(
        author -> slim(audited(by.judge(RecordedHistory.of(author), author.getActivity())), taker),
        author -> slim(audited(by.judge(RecordedHistory.of(author))), taker));
  }

  private static AuditedAuthor slim(AuditedAuthor author, AuditTaker taker) {
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
