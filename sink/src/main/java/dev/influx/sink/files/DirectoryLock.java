package dev.influx.sink.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right of one sink to write in a directory, until it closes or its process ends. */
final class DirectoryLock implements AutoCloseable {
  static final String FILE = ".influx-sink.lock";

  /**
   * Directories locked by this JVM, asked before the file is opened: to close any channel of a
   * locked file gives up the lock of the whole process.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * @throws UnableToOpenPublishDirectoryException if another sink has it
   */
  static DirectoryLock acquire(Path directory) throws IOException {
    Path real = directory.toRealPath();
    if (!HELD.add(real)) {
      throw UnableToOpenPublishDirectoryException.inUse(directory, "this process");
    }
    Optional<DirectoryLock> lock = Optional.empty();
    try {
      lock = lockFile(real);
    } finally {
      if (lock.isEmpty()) {
        HELD.remove(real);
      }
    }
    return lock.orElseThrow(
        () -> UnableToOpenPublishDirectoryException.inUse(directory, owner(real)));
  }

  private static Optional<DirectoryLock> lockFile(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean kept = false;
    try {
      if (channel.tryLock() == null) {
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())));
      kept = true;
      return Optional.of(new DirectoryLock(directory, channel));
    } finally {
      if (!kept) {
        channel.close();
      }
    }
  }

  /** Who wrote its number into the file last, for the message only. */
  private static String owner(Path directory) {
    try {
      return "process " + Files.readString(directory.resolve(FILE), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return "another process";
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(directory);
    }
  }
}
