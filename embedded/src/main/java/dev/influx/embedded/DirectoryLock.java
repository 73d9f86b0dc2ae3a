package dev.influx.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right of one process to write in a directory, kept until closed or until the process ends.
 */
final class DirectoryLock implements AutoCloseable {
  static final String FILE = "influx.lock";

  /**
   * Directories locked by this JVM. Asked before the file is opened, for reading too: to close any
   * channel of a locked file gives up the lock of the whole process.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /** The lock, or nothing when somebody has it. */
  static Optional<DirectoryLock> acquire(Path directory) throws IOException {
    Path real = directory.toRealPath();
    if (!HELD.add(real)) {
      return Optional.empty();
    }
    Optional<DirectoryLock> lock = Optional.empty();
    try {
      lock = lockFile(real);
    } finally {
      if (lock.isEmpty()) {
        HELD.remove(real);
      }
    }
    return lock;
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

  /** The process that has the lock, for messages only. */
  static String holder(Path directory) {
    try {
      Path real = directory.toRealPath();
      return "process "
          + (HELD.contains(real)
              ? Long.toString(ProcessHandle.current().pid())
              : Files.readString(real.resolve(FILE), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return "another process";
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD.remove(directory);
  }
}
