package dev.influx.simulator.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads requests from a connection. */
final class RequestReader {

  static final int LONGEST_TARGET = 8_192;
  static final int LONGEST_HEAD = 65_536;

  private static final Pattern REQUEST_LINE =
      Pattern.compile("([A-Z]{1,20}) (\\S+) HTTP/1\\.([01])");
  private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)");
  private static final Pattern TARGET = Pattern.compile("/[\\x21-\\x7E]*");

  private final InputStream in;
  private final BodyReader bodies;
  private int budget;

  RequestReader(InputStream in, OutputStream out) {
    this.in = in;
    this.bodies = new BodyReader(in, out);
  }

  /** The next request, or nothing when the peer has closed the connection. */
  Optional<WireRequest> next() throws IOException {
    budget = LONGEST_HEAD;
    Optional<String> first = line();
    while (first.isPresent() && first.get().isEmpty()) {
      first = line();
    }
    return first.isEmpty() ? Optional.empty() : Optional.of(request(first.get()));
  }

  private WireRequest request(String requestLine) throws IOException {
    Matcher parts = REQUEST_LINE.matcher(requestLine);
    if (!parts.matches()) {
      throw new UnreadableRequestException(400, "no request line");
    }
    Map<String, String> headers = headers();
    String target = parts.group(2);
    if (target.length() > LONGEST_TARGET) {
      throw new UnreadableRequestException(414, "a target of " + target.length() + " characters");
    }
    if (!TARGET.matcher(target).matches()) {
      throw new UnreadableRequestException(400, "no path");
    }
    boolean keepsAlive = keepsAlive(parts.group(3), headers);
    return new WireRequest(parts.group(1), target, keepsAlive, headers, bodies.read(headers));
  }

  private static boolean keepsAlive(String minorVersion, Map<String, String> headers) {
    String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
    return minorVersion.equals("1") && !connection.contains("close");
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    String line = requiredLine();
    while (!line.isEmpty()) {
      Matcher header = HEADER.matcher(line);
      if (!header.matches()) {
        throw new UnreadableRequestException(400, "no header");
      }
      String name = header.group(1).toLowerCase(Locale.ROOT);
      headers.merge(name, header.group(2).strip(), (one, other) -> one + "," + other);
      line = requiredLine();
    }
    return headers;
  }

  private String requiredLine() throws IOException {
    return line().orElseThrow(() -> new UnreadableRequestException(400, "half a request"));
  }

  private Optional<String> line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    for (; b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new UnreadableRequestException(400, "half a line");
      }
      if (--budget < 0) {
        throw new UnreadableRequestException(431, "a head of over " + LONGEST_HEAD + " bytes");
      }
      line.write(b);
    }
    String text = line.toString(ISO_8859_1);
    return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
