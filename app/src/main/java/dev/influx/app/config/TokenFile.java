package dev.influx.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.runtime.Explained;
import dev.influx.runtime.Secret;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A file that holds one token, and that nobody but its owner may read; or standard input. */
public final class TokenFile {
  private static final String STDIN = "-";
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private TokenFile() {}

  /** What a token opens. */
  public enum Use {
    X_API("the token for the X API", "correct harvest.api.token_file, or set INFLUX_API_TOKEN"),
    MONITOR("the token of the monitor", "correct monitor.token_file");

    private final String name;
    private final String remedy;

    Use(String name, String remedy) {
      this.name = name;
      this.remedy = remedy;
    }
  }

  static Secret read(Path file) {
    return read(file, Use.X_API);
  }

  public static Secret read(Path file, Use use) {
    return read(file, use, new FileInputStream(FileDescriptor.in));
  }

  static Secret read(Path file, InputStream stdin) {
    return read(file, Use.X_API, stdin);
  }

  private static Secret read(Path file, Use use, InputStream stdin) {
    boolean piped = file.getFileName() != null && file.getFileName().toString().equals(STDIN);
    try {
      if (piped) {
        return Secret.of(firstLine(stdin));
      }
      requirePrivate(file, use);
      return Secret.of(Files.readString(file));
    } catch (IOException e) {
      throw unable(file, use, "it cannot be read: " + Reasons.of(e), e);
    } catch (IllegalArgumentException e) {
      throw unable(file, use, "it is empty", e);
    }
  }

  /** No further than needed: what follows may be somebody else's. */
  private static String firstLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
    }
    return line.toString(UTF_8);
  }

  /** Where a file system knows no permissions there is nothing to see. */
  private static void requirePrivate(Path file, Use use) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> permissions = view.readAttributes().permissions();
    if (!Collections.disjoint(permissions, OF_OTHERS)) {
      throw new Explained(
          use.name + " is not safe in " + file,
          "others than its owner may use the file: " + PosixFilePermissions.toString(permissions),
          "make it private with: chmod 600 " + file,
          null);
    }
  }

  private static Explained unable(Path file, Use use, String why, Exception cause) {
    return new Explained(use.name + " could not be read from " + file, why, use.remedy, cause);
  }
}
