package dev.influx.harvester.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.harvester.imports.Place.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Takes a stream of JSON values apart, wherever their lines end, down to the objects that are no
 * envelopes. After what is no JSON it goes on with the next line that begins a value. Memory does
 * not grow with the stream, nor with what is in one envelope.
 */
final class Values {
  private static final Set<String> WRAPPERS =
      Set.of("data", "results", "response", "user", "output", "result");
  private static final int MOST_ENVELOPES = 8;
  private static final int DEEPEST_NESTING = 64;

  /** UTF-8 without guessing: byte offsets exist in no other encoding. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .disable(JsonFactory.Feature.CHARSET_DETECTION)
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST_NESTING).build())
              .build());

  private final Window window;
  private final Place top;
  private final OptionalLong onlyLine;
  private final Pending pending;

  /** Where the parser began, which counts from there. */
  private long base;

  /** The end of what was read without a failure. */
  private long settled;

  /** Where the values are that come next: after a failure, perhaps inside of an envelope. */
  private Place place;

  /** How far the lines of these values are indented, if they are inside of an envelope. */
  private int blanks;

  /** Where the object begins that may be a user; nothing in and between envelopes. */
  private OptionalLong begun = OptionalLong.empty();

  private Place begunAt;

  private Values(Window window, Place top, OptionalLong onlyLine, Pending pending) {
    this.window = window;
    this.top = top;
    this.place = top;
    this.begunAt = top;
    this.onlyLine = onlyLine;
    this.pending = pending;
  }

  /** Takes what was found, in the order of the stream. */
  @FunctionalInterface
  interface Taker {
    void take(Piece piece) throws InterruptedException;
  }

  /** Reads to the end. */
  static void read(InputStream in, Taker taker) throws IOException, InterruptedException {
    Pending pending = new Pending(taker);
    new Values(new Window(in), Place.TOP, OptionalLong.empty(), pending).readAll();
  }

  private void readAll() throws IOException, InterruptedException {
    boolean more = true;
    while (more) {
      base = window.position();
      try (JsonParser parser = JSON.createParser((InputStream) window)) {
        while (next(parser) != null) {
          value(parser, place);
          flush();
        }
        more = false;
      } catch (JsonProcessingException e) {
        more = giveUp(e.getOriginalMessage());
      } catch (ValueTooLongException e) {
        more = giveUp(e.getMessage());
      }
    }
  }

  private JsonToken next(JsonParser parser) throws IOException {
    settled = base + parser.currentLocation().getByteOffset();
    return parser.nextToken();
  }

  /** Says whether there is more to read. */
  private boolean giveUp(String why) throws IOException, InterruptedException {
    flush();
    boolean between = begun.isEmpty();
    boolean mending = blanks > 0;
    long from = begun.orElseGet(() -> window.pastSpace(settled));
    begun = OptionalLong.empty();
    long line = lineAt(from);
    Window.Gap gap = window.skip(from, between ? blanks : window.indentAt(from));
    blanks = gap.blanks();
    place = blanks == 0 ? top : between ? place : begunAt;
    if (!gap.isGlue() && !(between && mending)) {
      pending.pass(new Piece.Broken(line, gap.head(), gap.length(), why));
    }
    return gap.length() > 0;
  }

  private void value(JsonParser parser, Place at) throws IOException, InterruptedException {
    if (at.depth() > MOST_ENVELOPES || parser.currentToken().isScalarValue()) {
      pending.add(new Piece.NoObject(lineAt(offset(parser))), 0);
      parser.skipChildren();
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (next(parser) != JsonToken.END_ARRAY) {
        value(parser, at.element());
      }
    } else {
      object(parser, at);
    }
  }

  private void object(JsonParser parser, Place at) throws IOException, InterruptedException {
    long from = offset(parser);
    begun = OptionalLong.of(from);
    begunAt = at;
    window.keepFrom(from);
    Members members = new Members(at);
    while (next(parser) == JsonToken.FIELD_NAME) {
      member(parser, parser.currentName(), members);
    }
    if (begun.isPresent()) {
      leaf(from, base + parser.currentLocation().getByteOffset(), at);
    }
    begun = OptionalLong.empty();
    window.letGo();
  }

  private void member(JsonParser parser, String name, Members members)
      throws IOException, InterruptedException {
    JsonToken token = parser.nextToken();
    if (members.areOfUser() || !members.isOpened(name, token)) {
      members.note(name, token, parser);
      parser.skipChildren();
    } else if (token == JsonToken.VALUE_STRING) {
      begun = OptionalLong.empty();
      text(parser, members.place(name));
    } else {
      begun = OptionalLong.empty();
      window.letGo();
      value(parser, members.place(name));
      begun = OptionalLong.empty();
    }
  }

  /** What is known of an object from the members that were read. */
  private static final class Members {
    private final Place at;
    private final Envelope envelope;
    private boolean id;
    private boolean handle;

    Members(Place at) {
      this.at = at;
      this.envelope = at.envelope().inner();
    }

    /** Then nothing in it is an envelope. */
    boolean areOfUser() {
      return id && handle;
    }

    boolean isOpened(String name, JsonToken token) {
      if (name.equals("errors") || name.equals("content")) {
        return token == JsonToken.START_ARRAY;
      }
      return token == JsonToken.VALUE_STRING
          ? name.equals("text") && at.kind() == Kind.CONTENT
          : token.isStructStart() && WRAPPERS.contains(name);
    }

    Place place(String name) {
      Kind kind =
          switch (name) {
            case "errors" -> Kind.PROBLEMS;
            case "content" -> Kind.CONTENT;
            default -> Kind.VALUES;
          };
      return at.member(kind, name, envelope);
    }

    void note(String name, JsonToken token, JsonParser parser) throws IOException {
      id |= name.equals("id") && token != JsonToken.VALUE_NULL;
      handle |= name.equals("username") && token != JsonToken.VALUE_NULL;
      if (name.equals("fetched_at") && token == JsonToken.VALUE_STRING) {
        envelope.fetchedAt(JSON.getNodeFactory().textNode(parser.getText()));
      }
    }
  }

  private void leaf(long from, long to, Place at) throws IOException, InterruptedException {
    byte[] raw = window.copy(from, to);
    JsonNode object = JSON.readTree(raw);
    pending.add(
        new Piece.Leaf(lineAt(from), ByteBuffer.wrap(raw), object, at.name(), at.envelope()),
        raw.length);
  }

  /** Texts that are no JSON are what tools say besides. */
  private void text(JsonParser parser, Place at) throws IOException, InterruptedException {
    long line = lineAt(offset(parser));
    String text = parser.getText().strip();
    if (text.startsWith("{") || text.startsWith("[")) {
      Window inner = new Window(new ByteArrayInputStream(text.getBytes(UTF_8)));
      new Values(inner, at, OptionalLong.of(line), pending).readAll();
    } else {
      pending.add(new Piece.NoObject(line), 0);
    }
  }

  /** What is in a text belongs to the value that the text is in. */
  private void flush() throws InterruptedException {
    if (onlyLine.isEmpty()) {
      pending.flush();
    }
  }

  private long offset(JsonParser parser) {
    return base + parser.currentTokenLocation().getByteOffset();
  }

  private long lineAt(long offset) {
    return onlyLine.orElseGet(() -> window.lineAt(offset));
  }
}
