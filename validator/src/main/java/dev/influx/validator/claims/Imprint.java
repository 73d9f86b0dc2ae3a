package dev.influx.validator.claims;

import dev.influx.schemas.published.Sha256Hex;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a fingerprint says besides its kind, as two longs that only equal ones share. What is short
 * is written in them as it is, so that different ones differ; for all else stands a hash.
 *
 * @param high never 0, which is left to stand for nothing at all
 */
public record Imprint(long high, long low) {
  private static final Pattern HANDLE = Pattern.compile("[a-z0-9_]{1,15}");
  private static final int RADIX = 38;
  private static final int DIGITS = 8;
  private static final long SECOND = 1;

  /** Nothing that is written as it is has a high long below 0. */
  private static final long HASHED = Long.MIN_VALUE;

  /** The imprint of a claim. */
  public static Imprint of(Claim claim) {
    Kind kind = claim.kind();
    String what = kind.what(claim.fingerprint());
    return switch (kind) {
      case HANDLE -> ofHandle(what);
      case CREATED -> new Imprint(SECOND, Long.parseLong(what));
      case NUMBERS -> ofText(what);
    };
  }

  /**
   * The imprint of a handle, or of what stands in its place.
   *
   * @param folded in lower case
   */
  public static Imprint ofHandle(String folded) {
    return HANDLE.matcher(folded).matches()
        ? new Imprint(digits(folded, 0), digits(folded, DIGITS))
        : ofText(folded);
  }

  /** The imprint of any text: 127 bits of its hash. */
  public static Imprint ofText(String text) {
    byte[] hash = Sha256Hex.newDigest().digest(text.getBytes(StandardCharsets.UTF_8));
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    return new Imprint(bytes.getLong() | HASHED, bytes.getLong());
  }

  private static long digits(String handle, int from) {
    long number = 0;
    for (int at = from; at < from + DIGITS; at++) {
      number = number * RADIX + (at < handle.length() ? 1 + digit(handle.charAt(at)) : 0);
    }
    return number;
  }

  private static int digit(char c) {
    return c == '_' ? 36 : Character.digit(c, 36);
  }
}
