package dev.influx.harvester.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Remembered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/**
 * One line of a journal: a checksum of eight hexadecimal digits, a blank, and the entries of one
 * batch as JSON.
 */
final class Line {
  private static final JsonFactory JSON = new JsonFactory();
  private static final HexFormat HEX = HexFormat.of();
  private static final int SUM_DIGITS = 8;
  private static final int BEFORE_JSON = SUM_DIGITS + 1;

  private Line() {}

  /** With the line feed. */
  static byte[] write(List<Remembered> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(BEFORE_JSON + 80 * entries.size());
    out.writeBytes(new byte[BEFORE_JSON]);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartArray();
      for (Remembered entry : entries) {
        write(entry, json);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new IllegalStateException("memory can always be written to", e);
    }
    out.write('\n');
    byte[] line = out.toByteArray();
    byte[] sum = (sum(line, line.length - 1) + " ").getBytes(UTF_8);
    System.arraycopy(sum, 0, line, 0, sum.length);
    return line;
  }

  private static void write(Remembered entry, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", entry.key());
    json.writeStringField("ending", entry.ending().code());
    json.writeNumberField("at", entry.at().toEpochMilli());
    if (entry.id().isPresent()) {
      json.writeStringField("id", entry.id().get());
    }
    if (entry.handle().isPresent()) {
      json.writeStringField("handle", entry.handle().get());
    }
    if (entry.followers().isPresent()) {
      json.writeNumberField("followers", entry.followers().getAsLong());
    }
    if (entry.posts().isPresent()) {
      json.writeNumberField("posts", entry.posts().getAsLong());
    }
    if (entry.region().isPresent()) {
      json.writeStringField("region", entry.region().get());
    }
    json.writeEndObject();
  }

  /**
   * Reads a line without its line feed.
   *
   * @throws IOException when it is not what was written
   */
  static List<Remembered> read(byte[] line) throws IOException {
    boolean whole = line.length > BEFORE_JSON && line[SUM_DIGITS] == ' ';
    if (!whole || !new String(line, 0, SUM_DIGITS, UTF_8).equals(sum(line, line.length))) {
      throw new IOException("the checksum is wrong");
    }
    List<Remembered> entries = new ArrayList<>();
    try (JsonParser json = JSON.createParser(Arrays.copyOfRange(line, BEFORE_JSON, line.length))) {
      json.nextToken();
      while (json.nextToken() == JsonToken.START_OBJECT) {
        entries.add(entry(json));
      }
    }
    return entries;
  }

  private static Remembered entry(JsonParser json) throws IOException {
    Fields fields = new Fields();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      fields.take(name, json);
    }
    return fields.entry();
  }

  /** What is not there is not known. */
  private static final class Fields {
    private String key = "";
    private Ending ending = Ending.UNAVAILABLE;
    private long at;
    private Optional<String> id = Optional.empty();
    private Optional<String> handle = Optional.empty();
    private OptionalLong followers = OptionalLong.empty();
    private OptionalLong posts = OptionalLong.empty();
    private Optional<String> region = Optional.empty();

    void take(String name, JsonParser json) throws IOException {
      switch (name) {
        case "key" -> key = json.getText();
        case "ending" -> ending = Ending.valueOf(json.getText().toUpperCase(Locale.ROOT));
        case "at" -> at = json.getLongValue();
        case "id" -> id = Optional.of(json.getText());
        case "handle" -> handle = Optional.of(json.getText());
        case "followers" -> followers = OptionalLong.of(json.getLongValue());
        case "posts" -> posts = OptionalLong.of(json.getLongValue());
        case "region" -> region = Optional.of(json.getText());
        default -> json.skipChildren();
      }
    }

    Remembered entry() {
      return new Remembered(
          key, ending, id, handle, Instant.ofEpochMilli(at), followers, posts, region);
    }
  }

  private static String sum(byte[] line, int end) {
    CRC32C sum = new CRC32C();
    sum.update(line, BEFORE_JSON, end - BEFORE_JSON);
    return HEX.toHexDigits((int) sum.getValue());
  }
}
