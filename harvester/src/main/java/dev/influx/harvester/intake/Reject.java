package dev.influx.harvester.intake;

import static dev.influx.lists.DataFault.quote;

/**
 * An entry of a list that asks for nobody.
 *
 * @param line from 1
 * @param text the beginning of what stands there, or of the part that is wrong
 */
public record Reject(String source, long line, String text, Reason reason) {
  private static final int MOST_TEXT = 200;

  public Reject {
    text = text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
  }

  @Override
  public String toString() {
    return source + ":" + line + ": " + quote(text) + ": " + reason.meaning();
  }
}
