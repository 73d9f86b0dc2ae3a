package dev.influx.sink.files;

import dev.influx.schemas.published.Sha256Hex;
import dev.influx.sink.snapshot.Manifest;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/**
 * A whole new file on the disk, under a temporary name beside the one that it replaces. Closed
 * without having been put in its place, it is gone.
 */
final class StagedFile implements AutoCloseable {
  private static final String SUFFIX = ".new";
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path target;
  private final Path draft;
  private final String sha256;
  private final long bytes;

  private StagedFile(Path target, Path draft, String sha256, long bytes) {
    this.target = target;
    this.draft = draft;
    this.sha256 = sha256;
    this.bytes = bytes;
  }

  /** What a file consists of. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Where a file is written before it takes its place. */
  static Path draftOf(Path target) {
    return target.resolveSibling("." + target.getFileName() + SUFFIX);
  }

  /** Writes all, and returns when the disk has it. */
  static StagedFile write(Path target, Content content) throws IOException {
    Path draft = draftOf(target);
    MessageDigest digest = Sha256Hex.newDigest();
    boolean whole = false;
    try (FileOutputStream file = new FileOutputStream(draft.toFile())) {
      OutputStream out =
          new BufferedOutputStream(new DigestOutputStream(file, digest), BUFFER_BYTES);
      content.writeTo(out);
      out.flush();
      file.getFD().sync();
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(draft);
      }
    }
    return new StagedFile(target, draft, Sha256Hex.of(digest), Files.size(draft));
  }

  /** Takes the place of the old file, in one step that outlives a loss of power. */
  void putInPlace() throws IOException {
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory =
        FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  Manifest.File describe(long records) {
    return new Manifest.File(target.getFileName().toString(), records, bytes, sha256);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(draft);
  }
}
