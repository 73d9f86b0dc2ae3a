package dev.influx.sink.files;

import dev.influx.sink.snapshot.Manifest;
import dev.influx.sink.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory with {@code latest.jsonl} and the {@code manifest.json} that describes it, owned by
 * one process. Both are replaced as a whole, the manifest last: a process that dies at any moment
 * leaves the old or the new file of each.
 */
public final class PublishDirectory implements AutoCloseable {
  public static final String LATEST = "latest.jsonl";
  public static final String MANIFEST = "manifest.json";

  private static final Logger LOG = LoggerFactory.getLogger(PublishDirectory.class);

  private final Path path;
  private final DirectoryLock lock;
  private volatile Optional<Manifest> current;

  private PublishDirectory(Path path, DirectoryLock lock) {
    this.path = path;
    this.lock = lock;
    this.current = readManifest(path.resolve(MANIFEST));
  }

  /**
   * Takes the directory, creating it where it is not there, and clears away what a process that was
   * killed left unfinished.
   *
   * @throws UnableToOpenPublishDirectoryException if it is taken or cannot be written
   */
  public static PublishDirectory open(Path path) {
    try {
      Files.createDirectories(path);
      DirectoryLock lock = DirectoryLock.acquire(path);
      return prepared(path, lock);
    } catch (IOException e) {
      throw UnableToOpenPublishDirectoryException.unwritable(path, e);
    }
  }

  private static PublishDirectory prepared(Path path, DirectoryLock lock) throws IOException {
    boolean ready = false;
    try {
      Path draft = StagedFile.draftOf(path.resolve(LATEST));
      Files.deleteIfExists(StagedFile.draftOf(path.resolve(MANIFEST)));
      Files.deleteIfExists(draft);
      // The lock may be an old file that can be written in a directory that cannot.
      Files.delete(Files.createFile(draft));
      ready = true;
    } finally {
      if (!ready) {
        lock.close();
      }
    }
    return new PublishDirectory(path, lock);
  }

  /** A manifest that cannot be read costs no more than the name of the previous snapshot. */
  private static Optional<Manifest> readManifest(Path file) {
    try {
      return Optional.of(Manifest.read(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("{} is taken for absent: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /** The list itself. */
  public Path latest() {
    return path.resolve(LATEST);
  }

  /** The snapshot that was published last, by this process or by one before it. */
  public Optional<Manifest> current() {
    return current;
  }

  /**
   * Replaces both files. Both are on the disk before the first takes its place, so that a full disk
   * changes nothing.
   */
  public Manifest publish(Snapshot snapshot, Instant createdAt) throws UnableToPublishException {
    try (StagedFile lines = StagedFile.write(latest(), snapshot::writeTo)) {
      Manifest manifest =
          Manifest.of(snapshot, lines.describe(snapshot.count()), createdAt, previous(snapshot));
      try (StagedFile description =
          StagedFile.write(path.resolve(MANIFEST), out -> out.write(manifest.toJson()))) {
        lines.putInPlace();
        description.putInPlace();
      }
      current = Optional.of(manifest);
      return manifest;
    } catch (IOException e) {
      throw new UnableToPublishException(path, e);
    }
  }

  /** The same snapshot published anew, such as after a restart, does not precede itself. */
  private Optional<String> previous(Snapshot snapshot) {
    return current.map(
        last -> last.snapshotId().equals(snapshot.id()) ? last.previous() : last.snapshotId());
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
