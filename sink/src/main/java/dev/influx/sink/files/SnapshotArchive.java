package dev.influx.sink.files;

import dev.influx.runtime.files.DirectoryTree;
import dev.influx.sink.snapshot.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The snapshots that are kept, each in a directory of its own that appears and goes as a whole. */
public final class SnapshotArchive {
  /** The directory of the archive in a data directory. */
  public static final String DIRECTORY = "snapshots";

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotArchive.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int ID_DIGITS = 8;
  private static final String DRAFT = ".new";
  private static final String LEAVING = ".gone-";

  private final Path data;
  private final Path path;

  private SnapshotArchive(Path data) {
    this.data = data;
    this.path = data.resolve(DIRECTORY);
  }

  /** The archive of a data directory, whether there is anything in it or not. */
  public static SnapshotArchive of(Path dataDirectory) {
    return new SnapshotArchive(dataDirectory);
  }

  static String nameOf(String snapshotId, Instant createdAt) {
    return TIME.format(createdAt) + "-" + snapshotId.substring(0, ID_DIGITS);
  }

  /** What a manifest file says; empty where there is none. */
  static Optional<Manifest> readManifest(Path file) throws IOException {
    try {
      return Optional.of(Manifest.read(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The manifest of the list that is published at the moment. */
  public Optional<Manifest> current() throws IOException {
    return readManifest(data.resolve(PublishDirectory.MANIFEST));
  }

  /** The newest first. */
  public List<StoredSnapshot> list() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    List<StoredSnapshot> found = new ArrayList<>();
    try (Stream<Path> directories = Files.list(path)) {
      for (Path each : directories.filter(SnapshotArchive::isVisible).toList()) {
        read(each).ifPresent(found::add);
      }
    }
    found.sort(
        Comparator.comparing((StoredSnapshot each) -> each.manifest().createdAt())
            .thenComparing(StoredSnapshot::name)
            .reversed());
    return found;
  }

  private static boolean isVisible(Path directory) {
    return !directory.getFileName().toString().startsWith(".");
  }

  private static Optional<StoredSnapshot> read(Path directory) {
    try {
      return readManifest(directory.resolve(PublishDirectory.MANIFEST))
          .map(manifest -> new StoredSnapshot(directory, manifest));
    } catch (IOException e) {
      LOG.warn("{} is not taken for a snapshot: {}", directory, e.getMessage());
      return Optional.empty();
    }
  }

  /** The newest with this id. */
  public Optional<StoredSnapshot> find(String snapshotId) throws IOException {
    return list().stream()
        .filter(each -> each.manifest().snapshotId().equals(snapshotId))
        .findFirst();
  }

  /** Where the files of the next snapshot are put together; empty. */
  Path stage() throws IOException {
    Path draft = path.resolve(DRAFT);
    DirectoryTree.delete(draft);
    return Files.createDirectories(draft);
  }

  /** Gives up what was put together: on a full disk it stands in the way of everything else. */
  void discard() throws IOException {
    DirectoryTree.delete(path.resolve(DRAFT));
  }

  /** Makes what was put together a snapshot. */
  void add(String name) throws IOException {
    Path draft = path.resolve(DRAFT);
    StagedFile.force(draft);
    Path target = path.resolve(name);
    if (Files.exists(target)) {
      leave(target);
    }
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    StagedFile.force(path);
    StagedFile.force(data);
  }

  /** Clears away what a process that was killed left: what was not published, or was to go. */
  void tidy(Optional<Manifest> published) throws IOException {
    if (!Files.isDirectory(path)) {
      return;
    }
    try (Stream<Path> directories = Files.list(path)) {
      for (Path each : directories.filter(each -> !isVisible(each)).toList()) {
        DirectoryTree.delete(each);
      }
    }
    if (published.isPresent()) {
      for (StoredSnapshot each : list()) {
        if (follows(each.manifest(), published.get())) {
          leave(each.directory());
        }
      }
    }
  }

  private static boolean follows(Manifest one, Manifest published) {
    return published.snapshotId().equals(one.previous())
        && one.createdAt().isAfter(published.createdAt());
  }

  /**
   * What no rule keeps, the newest first. The published snapshot and the one before it, which its
   * manifest names, are always kept.
   */
  public List<StoredSnapshot> surplus(Retention retention, Instant now) throws IOException {
    Set<String> needed =
        current().stream()
            .flatMap(manifest -> Stream.of(manifest.snapshotId(), manifest.previous()))
            .filter(id -> id != null)
            .collect(Collectors.toSet());
    return List.copyOf(retention.surplus(list(), needed, now));
  }

  /** Takes a snapshot away: first its name, then its files. */
  public void delete(StoredSnapshot snapshot) throws IOException {
    leave(snapshot.directory());
  }

  private void leave(Path directory) throws IOException {
    Path leaving = path.resolve(LEAVING + directory.getFileName());
    DirectoryTree.delete(leaving);
    Files.move(directory, leaving, StandardCopyOption.ATOMIC_MOVE);
    DirectoryTree.delete(leaving);
  }
}
