package dev.influx.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.influx.simulator.fault.FaultKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Bodies as they should not be. */
final class SpoiltBody {

  private static final JsonFactory JSON = new JsonFactory();
  private static final byte[] VALUE_OPENS = "\":\"".getBytes(US_ASCII);

  /** No character begins with this byte. */
  private static final byte NO_UTF8 = (byte) 0xFF;

  private SpoiltBody() {}

  /** The body under a fault; the same one if the fault leaves it alone. */
  static byte[] of(FaultKind kind, byte[] body) {
    return switch (kind) {
      case EMPTY_BODY -> new byte[0];
      case TRUNCATED_JSON -> half(body);
      case INVALID_UTF8 -> withBadByte(body);
      case DUPLICATE_KEYS, UNKNOWN_KEYS, NUMBERS_AS_STRINGS -> rewritten(kind, body);
      default -> body;
    };
  }

  static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] withBadByte(byte[] body) {
    int at = 0;
    for (int i = body.length - VALUE_OPENS.length; i > 0 && at == 0; i--) {
      boolean opens =
          Arrays.equals(body, i, i + VALUE_OPENS.length, VALUE_OPENS, 0, VALUE_OPENS.length);
      at = opens ? i + VALUE_OPENS.length : 0;
    }
    byte[] spoilt = new byte[body.length + 1];
    System.arraycopy(body, 0, spoilt, 0, at);
    spoilt[at] = NO_UTF8;
    System.arraycopy(body, at, spoilt, at + 1, body.length - at);
    return spoilt;
  }

  private static byte[] rewritten(FaultKind kind, byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length * 2);
    try (JsonParser in = JSON.createParser(body);
        JsonGenerator out = JSON.createGenerator(bytes)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        copy(kind, token, in, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to spoil JSON in memory", e);
    }
    return bytes.toByteArray();
  }

  private static void copy(FaultKind kind, JsonToken token, JsonParser in, JsonGenerator out)
      throws IOException {
    if (kind == FaultKind.NUMBERS_AS_STRINGS && token.isNumeric()) {
      out.writeString(in.getText());
      return;
    }
    out.copyCurrentEvent(in);
    if (kind == FaultKind.UNKNOWN_KEYS && token == JsonToken.START_OBJECT) {
      out.writeObjectFieldStart("something_new");
      out.writeNullField("nested");
      out.writeEndObject();
    }
    boolean ofObject = token.isScalarValue() && in.getParsingContext().inObject();
    if (kind == FaultKind.DUPLICATE_KEYS && ofObject) {
      out.writeFieldName(in.currentName());
      out.copyCurrentEvent(in);
    }
  }
}
