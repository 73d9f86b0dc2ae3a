package dev.influx.schemas.published;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as it is published everywhere: 64 lower-case hexadecimal digits. */
public final class Sha256Hex {
  private Sha256Hex() {}

  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(newDigest().digest(bytes));
  }

  /** Of all that the digest was fed. */
  public static String of(MessageDigest fed) {
    return HexFormat.of().formatHex(fed.digest());
  }

  /** For bytes that come in pieces. */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
