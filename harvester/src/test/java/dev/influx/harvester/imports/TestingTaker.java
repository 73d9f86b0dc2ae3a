package dev.influx.harvester.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.harvester.publish.ImportedRecord;
import dev.influx.harvester.publish.ImportedRecord.DeadLetter;
import dev.influx.runtime.compliance.ForgottenAuthors;
import dev.influx.runtime.compliance.ForgottenWatch;
import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Imports texts, and keeps what would have been published. */
final class TestingTaker implements Import.Taker {
  static final Instant AS_OF = Instant.parse("2025-11-28T00:00:00Z");
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Sha256 DIGEST = new Sha256(new byte[32]);

  private final List<ImportedRecord> records = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private ImportCounts told;
  private final Import imported;

  private TestingTaker(ForgottenAuthors forgotten) {
    imported = new Import(this, () -> NOW, "run-1", ForgottenWatch.of(forgotten));
  }

  static TestingTaker of(String text) {
    return of(text.getBytes(UTF_8));
  }

  static TestingTaker of(byte[] bytes) {
    return of(bytes, Optional.of(AS_OF));
  }

  static TestingTaker of(byte[] bytes, Optional<Instant> asOf) {
    return of(bytes, asOf, ForgottenAuthors.none());
  }

  static TestingTaker of(byte[] bytes, Optional<Instant> asOf, ForgottenAuthors forgotten) {
    TestingTaker taker = new TestingTaker(forgotten);
    ImportSource source = new ImportSource("users.jsonl", "file:///users.jsonl", DIGEST, asOf);
    try {
      taker.imported.read(source, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return taker;
  }

  @Override
  public void publish(List<ImportedRecord> more) {
    records.addAll(more);
  }

  @Override
  public void quarantined(String file, long line, Fault fault, String why) {
    complaints.add(line + " " + fault.code());
  }

  @Override
  public void proceeded(ImportCounts soFar) {
    told = soFar;
  }

  /** What was said last while it went on. */
  ImportCounts told() {
    return told;
  }

  ImportCounts counts() {
    return imported.counts();
  }

  /** Line and reason of each dead letter. */
  List<String> complaints() {
    return complaints;
  }

  List<RawProfile> users() {
    return all(record -> record.fold(o -> Optional.of(o.profile()), m -> none(), d -> none()));
  }

  List<HarvestOutcome> missing() {
    return all(record -> record.fold(o -> none(), m -> Optional.of(m.outcome()), d -> none()));
  }

  List<DeadLetter> dead() {
    return all(record -> record.fold(o -> none(), m -> none(), Optional::of));
  }

  /** What was published, in order: observations by their id. */
  List<String> ids() {
    return users().stream().map(RawProfile::getId).toList();
  }

  private <T> List<T> all(Function<ImportedRecord, Optional<T>> which) {
    return records.stream().map(which).flatMap(Optional::stream).toList();
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
