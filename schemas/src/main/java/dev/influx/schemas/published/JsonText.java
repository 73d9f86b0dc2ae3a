package dev.influx.schemas.published;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * JSON without blanks, its texts escaped as RFC 8785 asks: {@code \b \t \n \f \r \" \\} in their
 * short form, other control characters as {@code \u001f} in lower case, everything else as it is.
 * So a line feed is never part of a text, while U+2028 and emoji stay themselves.
 *
 * <p>Half of a surrogate pair is no character and has no form in UTF-8. RFC 8785 refuses it; here
 * it is written as {@code \ud83d}, as {@code JSON.stringify} does: the author stays in the list,
 * the line stays valid, and nothing is lost.
 */
public final class JsonText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE).build();
  private static final int TYPICAL_LENGTH = 2048;
  private static final HexFormat HEX = HexFormat.of();

  private JsonText() {}

  /** What a document consists of. */
  @FunctionalInterface
  public interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  /** The whole document as UTF-8. */
  public static byte[] write(Content content) {
    StringWriter text = new StringWriter(TYPICAL_LENGTH);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      content.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    }
    return utf8(text.toString());
  }

  private static byte[] utf8(String json) {
    int broken = nextHalfPair(json, 0);
    String whole = broken < 0 ? json : escapeHalfPairs(json, broken);
    return whole.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Only texts can hold surrogates, and there an escape may stand in the place of any character.
   */
  private static String escapeHalfPairs(String json, int first) {
    StringBuilder escaped = new StringBuilder(json.length() + 16);
    int from = 0;
    for (int at = first; at >= 0; at = nextHalfPair(json, from)) {
      escaped.append(json, from, at).append("\\u").append(HEX.toHexDigits(json.charAt(at)));
      from = at + 1;
    }
    return escaped.append(json, from, json.length()).toString();
  }

  private static int nextHalfPair(String text, int from) {
    int at = from;
    while (at < text.length()) {
      if (!Character.isSurrogate(text.charAt(at))) {
        at++;
      } else if (Character.isSupplementaryCodePoint(text.codePointAt(at))) {
        at += 2;
      } else {
        return at;
      }
    }
    return -1;
  }
}
