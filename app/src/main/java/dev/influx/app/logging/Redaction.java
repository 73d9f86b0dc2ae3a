package dev.influx.app.logging;

import dev.influx.runtime.Secret;
import java.util.regex.Pattern;

/**
 * The last line of defence for tokens: it takes out of a text whatever looks like one, for texts
 * that others wrote, such as the message of an exception.
 */
public final class Redaction {
  private static final Pattern BEARER =
      Pattern.compile("(Bearer\\s+)\\S+|((?i:bearer)\\s+)[\\w%.~+/=-]{20,}");
  private static final Pattern X_TOKEN = Pattern.compile("AAAA[A-Za-z0-9%]{20,}");

  private Redaction() {}

  public static String of(String text) {
    String withoutHeaders = BEARER.matcher(text).replaceAll("Bearer " + Secret.MASK);
    return X_TOKEN.matcher(withoutHeaders).replaceAll(Secret.MASK);
  }
}
