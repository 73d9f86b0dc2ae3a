package dev.influx.harvester.api;

import dev.influx.runtime.Secret;
import java.util.regex.Pattern;

/**
 * Makes text that came over the network fit to be shown: short, on one line, and without anything
 * that looks like a token, because a server may echo what it was sent.
 */
final class Redaction {
  private static final int SHOWN_CHARACTERS = 200;
  private static final Pattern CREDENTIALS =
      Pattern.compile("(?i:bearer|basic)\\s+\\S+|AAAA[A-Za-z0-9%]{20,}");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Z}]+");

  private final Secret token;

  Redaction(Secret token) {
    this.token = token;
  }

  String clean(String text) {
    String masked = text.replace(token.reveal(), Secret.MASK);
    masked = CREDENTIALS.matcher(masked).replaceAll(Secret.MASK);
    String line = UNPRINTABLE.matcher(masked).replaceAll(" ").strip();
    return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "...";
  }
}
