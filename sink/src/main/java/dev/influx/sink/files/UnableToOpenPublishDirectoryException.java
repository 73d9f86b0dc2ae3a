package dev.influx.sink.files;

import dev.influx.runtime.Explained;
import java.nio.file.Path;

/** A directory cannot be published in: it cannot be written, or somebody else owns it. */
public final class UnableToOpenPublishDirectoryException extends Explained {
  private static final long serialVersionUID = 1L;

  private final boolean inUse;

  private UnableToOpenPublishDirectoryException(
      Path directory, String why, String remedy, Throwable cause) {
    super("snapshots cannot be published in " + directory, why, remedy, cause);
    this.inUse = cause == null;
  }

  /** Whether a sink is at work there, which may be asked instead. */
  public boolean isInUse() {
    return inUse;
  }

  static UnableToOpenPublishDirectoryException inUse(Path directory, String owner) {
    return new UnableToOpenPublishDirectoryException(
        directory,
        "it is in use by " + owner,
        "stop the other sink, or set sink.data_dir to a directory of its own",
        null);
  }

  static UnableToOpenPublishDirectoryException unwritable(Path directory, Exception cause) {
    return new UnableToOpenPublishDirectoryException(
        directory,
        Reasons.of(cause),
        "make it writable for user "
            + System.getProperty("user.name")
            + ", or set sink.data_dir to another directory",
        cause);
  }
}
