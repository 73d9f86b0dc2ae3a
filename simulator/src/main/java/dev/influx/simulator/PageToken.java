package dev.influx.simulator;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a page begins, as it stands in an opaque token.
 *
 * @param begin in what is paged
 * @param turn how many pages came before, as far as it fits
 * @param second of the simulator's run when the token was given out
 */
record PageToken(long begin, int turn, long second) {

  private static final int BEGIN_BITS = 24;
  private static final int TURN_BITS = 6;
  private static final int SECOND_BITS = 22;
  private static final int CHECK_BITS = 10;
  private static final long MASK = (1L << (BEGIN_BITS + TURN_BITS + SECOND_BITS + CHECK_BITS)) - 1;

  /** As each endpoint writes its tokens. */
  enum Form {
    DECIMAL("[0-9]{1,19}", 10, 1),
    BASE_32("[0-9A-V]{16}", 32, 16),
    BASE_36("[0-9a-z]{12,13}", 36, 12);

    private final Pattern pattern;
    private final int radix;
    private final int length;

    Form(String pattern, int radix, int length) {
      this.pattern = Pattern.compile(pattern);
      this.radix = radix;
      this.length = length;
    }

    private String write(long bits) {
      String digits = BigInteger.valueOf(bits).toString(radix);
      String padded = "0".repeat(Math.max(0, length - digits.length())) + digits;
      return this == BASE_32 ? padded.toUpperCase(Locale.ROOT) : padded;
    }

    private Optional<Long> read(String token) {
      BigInteger bits =
          pattern.matcher(token).matches() ? new BigInteger(token, radix) : BigInteger.ONE.negate();
      return bits.signum() >= 0 && bits.bitLength() <= Long.SIZE - 1
          ? Optional.of(bits.longValueExact())
          : Optional.empty();
    }
  }

  PageToken {
    turn &= (1 << TURN_BITS) - 1;
    second = Math.min(second, (1L << SECOND_BITS) - 1);
  }

  /**
   * Writes the token.
   *
   * @param scope what is paged: the token is of no use for anything else
   */
  String write(Form form, String scope) {
    long bits = (begin << TURN_BITS | turn) << SECOND_BITS | second;
    return form.write((bits << CHECK_BITS | check(bits, scope)) ^ veil(scope));
  }

  /** Nothing if it was never given out, or for another scope. */
  static Optional<PageToken> read(Form form, String scope, String token) {
    return form.read(token)
        .map(bits -> bits ^ veil(scope))
        .filter(bits -> (bits & ~MASK) == 0)
        .filter(bits -> (bits & ((1 << CHECK_BITS) - 1)) == check(bits >>> CHECK_BITS, scope))
        .map(bits -> bits >>> CHECK_BITS)
        .map(
            bits ->
                new PageToken(
                    bits >>> (TURN_BITS + SECOND_BITS),
                    (int) (bits >>> SECOND_BITS),
                    bits & ((1L << SECOND_BITS) - 1)));
  }

  private static long check(long bits, String scope) {
    return scattered(bits + scope.hashCode()) & ((1 << CHECK_BITS) - 1);
  }

  /** So that the first digits of tokens differ. */
  private static long veil(String scope) {
    return scattered(scope.hashCode()) & MASK;
  }

  private static long scattered(long bits) {
    long a = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
