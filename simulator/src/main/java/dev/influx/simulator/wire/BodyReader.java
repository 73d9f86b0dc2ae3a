package dev.influx.simulator.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;

/** Reads the bodies of requests, of known length or in chunks. */
final class BodyReader {

  static final int LONGEST_BODY = 32 << 20;

  private static final int LONGEST_CHUNK_HEAD = 1_024;
  private static final int HEX = 16;

  private final InputStream in;
  private final OutputStream out;

  BodyReader(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  String read(Map<String, String> headers) throws IOException {
    if (headers.containsKey("transfer-encoding")) {
      invite(headers);
      return chunked(headers.get("transfer-encoding"));
    }
    int length = length(headers.getOrDefault("content-length", "0"));
    if (length == 0) {
      return "";
    }
    invite(headers);
    return new String(exactly(length), UTF_8);
  }

  /** Some clients wait for a word before they send a long body. */
  private void invite(Map<String, String> headers) throws IOException {
    if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
      out.write("HTTP/1.1 100 \r\n\r\n".getBytes(ISO_8859_1));
      out.flush();
    }
  }

  private String chunked(String encoding) throws IOException {
    if (!encoding.toLowerCase(Locale.ROOT).equals("chunked")) {
      throw new UnreadableRequestException(400, "an unknown transfer encoding");
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      if (body.size() + (long) size > LONGEST_BODY) {
        throw tooLong();
      }
      body.write(exactly(size));
      line();
    }
    for (String trailer = line(); !trailer.isEmpty(); ) {
      trailer = line();
    }
    return body.toString(UTF_8);
  }

  private int chunkSize() throws IOException {
    String head = line();
    int end = head.indexOf(';');
    return number(end < 0 ? head : head.substring(0, end), HEX);
  }

  private static int length(String text) throws IOException {
    return number(text, 10);
  }

  private static int number(String text, int radix) throws IOException {
    long number;
    try {
      number = Long.parseLong(text.strip(), radix);
    } catch (NumberFormatException e) {
      throw new UnreadableRequestException(400, "a length that is no number");
    }
    if (number < 0) {
      throw new UnreadableRequestException(400, "a negative length");
    } else if (number > LONGEST_BODY) {
      throw tooLong();
    }
    return (int) number;
  }

  private static UnreadableRequestException tooLong() {
    return new UnreadableRequestException(413, "a body of over " + LONGEST_BODY + " bytes");
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new UnreadableRequestException(400, "half a body");
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.length() > LONGEST_CHUNK_HEAD) {
        throw new UnreadableRequestException(400, "no chunk");
      }
      line.append((char) b);
    }
    return line.toString().strip();
  }
}
