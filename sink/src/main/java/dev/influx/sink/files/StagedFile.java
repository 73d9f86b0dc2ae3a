package dev.influx.sink.files;

import dev.influx.schemas.published.Sha256Hex;
import dev.influx.sink.snapshot.Manifest;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * A new file under a temporary name beside the one that it replaces. Closed without having been put
 * in its place, it is gone.
 */
final class StagedFile extends OutputStream {
  private static final String SUFFIX = ".new";

  private final Path target;
  private final Path draft;
  private final MessageDigest digest = Sha256Hex.newDigest();
  private final FileOutputStream file;
  private final EarlyForce early;
  private String sha256;
  private long bytes;
  private boolean inPlace;

  private StagedFile(Path target) throws IOException {
    this.target = target;
    this.draft = draftOf(target);
    this.file = new FileOutputStream(draft.toFile());
    this.early = new EarlyForce(file.getChannel());
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

  /** A file without content so far. */
  static StagedFile begin(Path target) throws IOException {
    return new StagedFile(target);
  }

  /** Writes all, and returns when the disk has it. */
  static StagedFile write(Path target, Content content) throws IOException {
    StagedFile staged = begin(target);
    boolean whole = false;
    try {
      content.writeTo(staged);
      staged.finish();
      whole = true;
    } finally {
      if (!whole) {
        staged.close();
      }
    }
    return staged;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    digest.update(source, offset, length);
    file.write(source, offset, length);
    bytes += length;
    early.written(bytes);
  }

  /** Nothing will be added: the disk may take what it has not yet. */
  void complete() throws IOException {
    early.begin();
  }

  /** Returns when the disk has all of it. */
  void finish() throws IOException {
    early.finish();
    file.getFD().sync();
    file.close();
    sha256 = Sha256Hex.of(digest);
  }

  /** Takes the place of the old file, in one step that outlives a loss of power. */
  void putInPlace() throws IOException {
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    inPlace = true;
    force(target.toAbsolutePath().getParent());
  }

  /** Returns when the disk has the names in a directory. */
  static void force(Path directory) throws IOException {
    try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  boolean isInPlace() {
    return inPlace;
  }

  Path draft() {
    return draft;
  }

  Manifest.File describe(long records) {
    return describeAs(target.getFileName().toString(), records);
  }

  Manifest.File describeAs(String name, long records) {
    return new Manifest.File(name, records, bytes, sha256);
  }

  @Override
  public void close() throws IOException {
    file.close();
    Files.deleteIfExists(draft);
  }
}
