package dev.influx.validator.files;

import dev.influx.schemas.published.Sha256Hex;
import dev.influx.validator.lines.ChunkReader;
import dev.influx.validator.lines.OrderedWork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Optional;

/**
 * Checks files of authors whole. Each line is checked by itself: it must fulfil the schema of its
 * shape and pass the gates, which are asked again with what the line says; then with the others:
 * order, ranks, duplicates, one policy; and all of them with the manifest. Nothing that a line says
 * of itself is believed.
 */
public final class FileValidation {
  private static final int CHUNK_BYTES = 1 << 18;
  private static final int LONGEST_LINE = 1 << 24;

  private final Judges judges;
  private final Path scratch;

  /**
   * Prepares for any number of files.
   *
   * @param scratch where temporary files may be
   */
  public FileValidation(Judges judges, Path scratch) {
    this.judges = judges;
    this.scratch = scratch;
  }

  /** Takes what is found in a file, line by line; called by one thread only. */
  public interface Output {
    void fault(Fault fault);

    /**
     * Called now and then, after everything that was found in some lines.
     *
     * @param lines that were read since the last call
     * @return whether more is wanted
     */
    boolean proceed(long lines);
  }

  /** Reads until the end, or until the output wants no more. */
  public FileSummary run(
      FileOrigin origin, InputStream content, Optional<Manifest> manifest, Output output)
      throws IOException, InterruptedException {
    try (Findings findings = new Findings(judges, manifest, scratch, output)) {
      DigestInputStream digested = new DigestInputStream(content, Sha256Hex.newDigest());
      digested.on(manifest.isPresent());
      ChunkReader chunks = new ChunkReader(digested, CHUNK_BYTES, LONGEST_LINE);
      LineCheck lines = new LineCheck(new AuthorCheck(judges, origin));
      OrderedWork.run(
          chunks::next, lines::check, findings::add, OrderedWork.Limits.ofThisMachine());
      findings.end(digested.getMessageDigest());
      return findings.summary(origin.file());
    }
  }
}
