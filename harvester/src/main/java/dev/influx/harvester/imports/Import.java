package dev.influx.harvester.imports;

import dev.influx.harvester.publish.ImportedRecord;
import dev.influx.harvester.publish.ImportedRecord.DeadLetter;
import dev.influx.runtime.compliance.ForgottenWatch;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An import of one or more files: opens envelopes, tells users from what only looks like them, and
 * hands everything on in the order of the files. It remembers nothing of what it has handed on, so
 * a file of any size takes the same memory.
 */
public final class Import {
  private static final int MOST_TOGETHER = 2_000;

  private final Taker taker;
  private final InstantSource clock;
  private final String runId;
  private final ForgottenWatch forgotten;
  private final Tally tally = new Tally();
  private final List<ImportedRecord> together = new ArrayList<>();

  /** Who hears of an import. */
  public interface Taker {

    /** Takes records; the import goes on when this returns. */
    void publish(List<ImportedRecord> records) throws InterruptedException;

    /** Hears of each dead letter, for a person to see. */
    void quarantined(String file, long line, Fault fault, String why);

    /** Hears now and then how far it has come. */
    void proceeded(ImportCounts soFar);
  }

  /**
   * An import that has not begun.
   *
   * @param forgotten of whom nothing is handed on
   */
  public Import(Taker taker, InstantSource clock, String runId, ForgottenWatch forgotten) {
    this.taker = taker;
    this.clock = clock;
    this.runId = runId;
    this.forgotten = forgotten;
  }

  /**
   * Reads a file to its end.
   *
   * @param content unpacked
   * @throws UnableToTellTimeException at the first user of whom nobody says when it was seen
   */
  public void read(ImportSource source, InputStream content)
      throws IOException, InterruptedException {
    Scrutiny scrutiny = new Scrutiny(source, clock.instant(), runId);
    Values.read(content, piece -> take(source, piece, scrutiny.of(piece)));
    publish();
  }

  /** Of everything that was read so far. */
  public ImportCounts counts() {
    return tally.counts();
  }

  private void take(ImportSource source, Piece piece, Verdict verdict) throws InterruptedException {
    if (verdict.isAbout(forgotten.current())) {
      tally.forgotten();
    } else if (verdict instanceof Verdict.Kept kept) {
      tally.kept(piece, kept);
      together.add(kept.record());
    } else if (verdict instanceof Verdict.Refused refused) {
      tally.refused(refused.fault());
      taker.quarantined(source.file(), piece.line(), refused.fault(), refused.why());
      together.add(new DeadLetter(refused.id(), refused.bytes(), headers(source, piece, refused)));
    } else {
      tally.passed();
    }
    if (together.size() >= MOST_TOGETHER) {
      publish();
    }
  }

  private static Map<String, String> headers(
      ImportSource source, Piece piece, Verdict.Refused refused) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("influx.dead.reason", refused.fault().code());
    headers.put("influx.dead.error", refused.why());
    headers.put("influx.dead.file", source.file());
    headers.put("influx.dead.line", Long.toString(piece.line()));
    headers.put("influx.dead.sha256", HexFormat.of().formatHex(source.sha256().bytes()));
    return headers;
  }

  private void publish() throws InterruptedException {
    if (!together.isEmpty()) {
      taker.publish(List.copyOf(together));
      together.clear();
      taker.proceeded(counts());
    }
  }
}
