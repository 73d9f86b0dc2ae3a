package dev.influx.lists.policies;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a policy's canonical bytes: the name of its content.
 *
 * @param hex 64 lower-case digits
 */
public record PolicyHash(String hex) {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public PolicyHash {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("a SHA-256 is 64 lower-case hexadecimal digits");
    }
  }

  public static PolicyHash of(byte[] canonicalBytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonicalBytes);
      return new PolicyHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
