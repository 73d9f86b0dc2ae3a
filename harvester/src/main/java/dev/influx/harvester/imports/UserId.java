package dev.influx.harvester.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells ids that X gives from those that somebody made up. */
final class UserId {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,19}");
  private static final String TYPED = "123456789";
  private static final String PLACEHOLDER = "1234567890123";

  /** Ids before the end of 2010 were counted; later ones begin with the time. */
  private static final long FIRST_SNOWFLAKE = 1L << 40;

  private static final int BITS_BELOW_TIME = 22;
  private static final long TIME_ZERO = 1_288_834_974_657L;
  private static final long EXACT_IN_DOUBLES = 1L << 53;

  private UserId() {}

  /**
   * Why nobody has that id.
   *
   * @param latest when the newest account can have been made
   */
  static Optional<Fault> fault(String id, Instant latest) {
    if (!DIGITS.matcher(id).matches() || id.charAt(0) == '0') {
      return Optional.of(Fault.IMPOSSIBLE_ID);
    } else if (id.startsWith(PLACEHOLDER)) {
      return Optional.of(Fault.PLACEHOLDER_ID);
    }
    return madeAfter(Long.parseUnsignedLong(id), latest)
        ? Optional.of(Fault.FUTURE_ID)
        : Optional.empty();
  }

  /** The largest ids do not fit into signed numbers. */
  private static boolean madeAfter(long id, Instant latest) {
    return Long.compareUnsigned(id, FIRST_SNOWFLAKE) >= 0
        && (id >>> BITS_BELOW_TIME) + TIME_ZERO > latest.toEpochMilli();
  }

  static Optional<Doubt> doubt(JsonNode id) {
    if (id.isIntegralNumber() && Math.abs(id.longValue()) >= EXACT_IN_DOUBLES) {
      return Optional.of(Doubt.NUMERIC_ID);
    }
    return id.asText().startsWith(TYPED) ? Optional.of(Doubt.TYPED_ID) : Optional.empty();
  }
}
