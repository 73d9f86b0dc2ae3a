package dev.influx.sink.files;

import dev.influx.sink.snapshot.Manifest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A snapshot as it lies in a directory of its own. */
public record StoredSnapshot(Path directory, Manifest manifest) {
  public static final String AUTHORS = "authors.jsonl.gz";
  public static final String CHANGES = "changes.jsonl.gz";
  public static final String SUMS = "SHA256SUMS";

  private static final int BUFFER_BYTES = 1 << 16;

  /** The name of its directory. */
  public String name() {
    return directory.getFileName().toString();
  }

  /** The lines, best author first. */
  public InputStream openAuthors() throws IOException {
    return unpacked(directory.resolve(AUTHORS));
  }

  /** How it differs from the snapshot before. */
  public InputStream openChanges() throws IOException {
    return unpacked(directory.resolve(CHANGES));
  }

  private static InputStream unpacked(Path file) throws IOException {
    return new BufferedInputStream(
        new GZIPInputStream(Files.newInputStream(file), BUFFER_BYTES), BUFFER_BYTES);
  }
}
