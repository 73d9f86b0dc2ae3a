package dev.influx.app.config;

import dev.influx.runtime.Explained;
import dev.influx.runtime.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds one token. */
final class TokenFile {
  private TokenFile() {}

  static Secret read(Path file) {
    try {
      return Secret.of(Files.readString(file));
    } catch (IOException e) {
      throw unable(file, "it cannot be read: " + Reasons.of(e), e);
    } catch (IllegalArgumentException e) {
      throw unable(file, "it is empty", e);
    }
  }

  private static Explained unable(Path file, String why, Exception cause) {
    return new Explained(
        "the token for the X API could not be read from " + file,
        why,
        "correct harvest.api.token_file, or set INFLUX_API_TOKEN",
        cause);
  }
}
