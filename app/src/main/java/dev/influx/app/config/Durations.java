package dev.influx.app.config;

import static dev.influx.lists.DataFault.quote;

import java.time.Duration;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 500ms}, {@code 30s}, {@code 24h}, {@code 1h30m}. */
public final class Durations {
  private static final String PART = "(\\d{1,9})(ms|s|m|h|d)";
  private static final Pattern PARTS = Pattern.compile(PART);
  private static final Pattern WHOLE = Pattern.compile("(" + PART + ")+");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  /** What to write; messages of others say it too. */
  public static final String FORM = "write a number and its unit, such as 500ms, 30s, 5m or 24h";

  private Durations() {}

  /** Throws IllegalArgumentException, with what to write instead, for anything else. */
  public static Duration parse(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException(quote(text) + " is no length of time: " + FORM);
    }
    return PARTS.matcher(text).results().map(Durations::part).reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration part(MatchResult part) {
    return UNITS.get(part.group(2)).multipliedBy(Long.parseLong(part.group(1)));
  }
}
