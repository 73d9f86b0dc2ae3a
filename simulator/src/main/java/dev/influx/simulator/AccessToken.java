package dev.influx.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** A bearer token. It never prints itself. */
public final class AccessToken {

  private static final int RANDOM_BYTES = 32;
  private static final int FINGERPRINT_DIGITS = 8;

  private final String value;

  private AccessToken(String value) {
    this.value = value;
  }

  public static AccessToken of(String value) {
    if (value.isBlank() || !value.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new IllegalArgumentException("a token is printable ASCII without blanks");
    }
    return new AccessToken(value);
  }

  /** In the form of real ones, which hold percent signs that must be sent as they are. */
  public static AccessToken random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new AccessToken("AAAAAAAAAAAAAAAAAAAAASIM%2F" + text.replaceAll("[-_]", "%3D"));
  }

  /** For the header of requests. */
  public String value() {
    return value;
  }

  /** Tells tokens apart without giving them away. */
  public String fingerprint() {
    return HexFormat.of().formatHex(sha256()).substring(0, FINGERPRINT_DIGITS);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccessToken token && MessageDigest.isEqual(sha256(), token.sha256());
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }

  private byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
