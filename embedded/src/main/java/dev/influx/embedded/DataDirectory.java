package dev.influx.embedded;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A directory that is claimed for one purpose by one process, and labelled with what it holds. */
final class DataDirectory implements AutoCloseable {
  static final String LABEL = "influx-data.json";

  private final Path path;
  private final DirectoryLock lock;

  private DataDirectory(Path path, DirectoryLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Creates, locks and labels the directory, or finds the reason not to touch it. */
  static DataDirectory claim(Path path, DataFormat format) throws StartRefusedException {
    try {
      Files.createDirectories(path);
      refuseForeign(path);
      DirectoryLock lock = DirectoryLock.acquire(path).orElseThrow(() -> inUse(path));
      return label(new DataDirectory(path, lock), format);
    } catch (IOException e) {
      throw new StartRefusedException(
          "The directory cannot be written: " + describe(e),
          "Make it writable for user %s, or choose another data directory."
              .formatted(System.getProperty("user.name")),
          e);
    }
  }

  private static DataDirectory label(DataDirectory data, DataFormat format)
      throws IOException, StartRefusedException {
    boolean labelled = false;
    try {
      refuseOtherFormat(data.path, format);
      data.write(format);
      labelled = true;
      return data;
    } finally {
      if (!labelled) {
        data.close();
      }
    }
  }

  /** Kafka takes every folder that it finds for a partition, so nothing of others may be there. */
  private static void refuseForeign(Path path) throws IOException, StartRefusedException {
    if (Files.exists(path.resolve(LABEL))) {
      return;
    }
    List<String> names;
    try (Stream<Path> entries = Files.list(path)) {
      names = entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
    Optional<String> foreign = names.stream().filter(DataDirectory::isForeign).findFirst();
    if (foreign.isPresent()) {
      throw new StartRefusedException(
          "The directory holds files that influx did not write, such as %s."
              .formatted(foreign.get()),
          "Choose an empty directory, or one that influx has used before.");
    }
  }

  /** A fresh volume has lost+found; a claim cut short leaves its lock and half a label. */
  private static boolean isForeign(String name) {
    return !name.startsWith(".")
        && !name.startsWith(LABEL)
        && !name.equals(DirectoryLock.FILE)
        && !name.equals("lost+found");
  }

  private static void refuseOtherFormat(Path path, DataFormat format)
      throws IOException, StartRefusedException {
    Optional<String> text = readLabel(path);
    if (text.isEmpty()) {
      return;
    }
    Optional<String> objection =
        DataFormat.parse(text.get())
            .map(format::objectionTo)
            .orElseGet(() -> Optional.of("its label " + LABEL + " cannot be read"));
    if (objection.isPresent()) {
      throw new StartRefusedException(
          "The directory was written by another version: " + objection.get() + ".",
          "Start the version that wrote it, or choose another data directory.");
    }
  }

  private static Optional<String> readLabel(Path path) throws IOException {
    try {
      return Optional.of(Files.readString(path.resolve(LABEL)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (MalformedInputException e) {
      return Optional.of("");
    }
  }

  private static StartRefusedException inUse(Path path) {
    return new StartRefusedException(
        "The directory is in use by %s.".formatted(DirectoryLock.holder(path)),
        "Stop that process, or choose another data directory.");
  }

  /** An IOException about a file often has no message but the name of the file. */
  private static String describe(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage() + ".";
  }

  private void write(DataFormat format) throws IOException {
    Path draft = path.resolve(LABEL + ".new");
    Files.writeString(draft, format.toJson());
    Files.move(draft, path.resolve(LABEL), StandardCopyOption.ATOMIC_MOVE);
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
