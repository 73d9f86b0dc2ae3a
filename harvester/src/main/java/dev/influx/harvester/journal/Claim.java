package dev.influx.harvester.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file that only one process has at a time; the system takes it back when the process ends. */
public final class Claim implements AutoCloseable {
  private final FileChannel file;

  private Claim(FileChannel file) {
    this.file = file;
  }

  /** Claims a file, which is made if it is not there; nothing when somebody else has it. */
  public static Optional<Claim> on(Path path) throws IOException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (file.tryLock() != null) {
        return Optional.of(new Claim(file));
      }
    } catch (OverlappingFileLockException e) {
      // somebody else in this process has it
    }
    file.close();
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
