package dev.influx.sink.files;

import dev.influx.sink.requests.RequestBox;
import dev.influx.sink.snapshot.Manifest;
import dev.influx.sink.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory with {@code latest.jsonl}, the same packed, the {@code manifest.json} that describes
 * them and an archive of snapshots, owned by one process. Each file is replaced as a whole, the
 * manifest last: a process that dies at any moment leaves the old or the new one.
 */
public final class PublishDirectory implements AutoCloseable {
  public static final String LATEST = "latest.jsonl";
  public static final String PACKED = "latest.jsonl.gz";
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
      for (String name : List.of(LATEST, PACKED, MANIFEST)) {
        Files.deleteIfExists(StagedFile.draftOf(path.resolve(name)));
      }
      SnapshotArchive.of(path).tidy(readManifest(path.resolve(MANIFEST)));
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
      return SnapshotArchive.readManifest(file);
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

  /** The list as its own snapshot has it, however much time has passed; empty where it has not. */
  public Optional<StoredSnapshot> stored() throws IOException {
    return current.isPresent() ? archive().find(current.get().snapshotId()) : Optional.empty();
  }

  /**
   * Whether the list that is published is this one, and whole; it is made whole where it can be.
   */
  public boolean publishes(Snapshot snapshot) throws UnableToPublishException {
    if (current.filter(last -> last.snapshotId().equals(snapshot.id())).isEmpty()) {
      return false;
    }
    try {
      return new Restoration(path, current.get()).done();
    } catch (IOException e) {
      throw new UnableToPublishException(path, e);
    }
  }

  /** Removes the snapshots that nothing keeps. */
  public void retain(Retention retention, Instant now) throws IOException {
    for (StoredSnapshot each : archive().surplus(retention, now)) {
      archive().delete(each);
    }
  }

  /** Where the index of its sink may be. */
  public Path indexDirectory() {
    return path.resolve(".index");
  }

  /** What was not let out. */
  public Aside aside() {
    return new Aside(path);
  }

  /** Where a person leaves requests. */
  public RequestBox requests() {
    return RequestBox.in(path);
  }

  public SnapshotArchive archive() {
    return SnapshotArchive.of(path);
  }

  /**
   * Replaces all files, and adds the snapshot to the archive. All are on the disk before the first
   * takes its place, so that a full disk changes nothing.
   */
  public Manifest publish(Snapshot snapshot, Occasion occasion) throws UnableToPublishException {
    Optional<String> previous = current.map(Manifest::snapshotId);
    try (Draft draft = Draft.of(snapshot, path, occasion, previous)) {
      Manifest manifest = draft.publish();
      current = Optional.of(manifest);
      return manifest;
    } catch (IOException e) {
      throw new UnableToPublishException(path, e);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
