package dev.influx.runtime.compliance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.schemas.Sha256;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** A handle as the log keeps it: enough to recognise it, and no list of forgotten names. */
public final class HandleHash {
  private HandleHash() {}

  public static Sha256 of(String handle) {
    try {
      byte[] folded = handle.toLowerCase(Locale.ROOT).getBytes(UTF_8);
      return new Sha256(MessageDigest.getInstance("SHA-256").digest(folded));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
