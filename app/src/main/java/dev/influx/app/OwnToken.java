package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.app.config.TokenFile;
import dev.influx.runtime.Explained;
import dev.influx.runtime.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The token of the monitor: the one that somebody gave it, or, where only this machine can reach
 * it, one that it makes up and that nobody but its user can read.
 */
final class OwnToken {
  private static final int BYTES = 24;

  private final Optional<Path> given;
  private final Path own;

  OwnToken(Optional<Path> given, Path own) {
    this.given = given;
    this.own = own;
  }

  /** Where it can be read, after it was found. */
  Optional<Path> file() {
    return given.or(() -> Optional.of(own).filter(Files::exists));
  }

  /** None beyond this machine, unless somebody gave one. */
  Optional<Secret> find(boolean local) {
    if (given.isPresent()) {
      return given.map(it -> TokenFile.read(it, TokenFile.Use.MONITOR));
    }
    return local ? Optional.of(madeUp()) : Optional.empty();
  }

  private Secret madeUp() {
    try {
      if (!Files.exists(own)) {
        write();
      }
      return TokenFile.read(own, TokenFile.Use.MONITOR);
    } catch (IOException e) {
      throw new Explained(
          "the token of the monitor could not be written to " + own,
          e.toString(),
          "name another directory with monitor.state_dir",
          e);
    }
  }

  /** Private from its first byte on. */
  private void write() throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    Files.createDirectories(own.toAbsolutePath().getParent());
    Path file =
        Files.createFile(
            own,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(
        file,
        (HexFormat.of().formatHex(random) + "\n").getBytes(UTF_8),
        StandardOpenOption.TRUNCATE_EXISTING);
  }
}
