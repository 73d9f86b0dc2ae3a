package dev.influx.app.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The forms of an export. */
public final class Forms {
  private Forms() {}

  /** The lines as they were published. */
  public static Export.Form jsonl(OutputStream out) {
    return new Streamed(out, (line, author) -> line);
  }

  /** Ids and nothing else, one a line: what may be handed on under X's terms. */
  public static Export.Form ids(OutputStream out) {
    return new Streamed(out, (line, author) -> bytes(author.path("id").textValue()));
  }

  /** As RFC 4180 has it, but for line feeds; nothing stands between commas for what is unknown. */
  public static Export.Form csv(OutputStream out) throws IOException {
    Streamed form = new Streamed(out, (line, author) -> bytes(row(author)));
    form.line(bytes(Column.ALL.stream().map(Column::name).collect(Collectors.joining(","))));
    return form;
  }

  /** Columns with types, packed with Zstandard. */
  public static Export.Form parquet(Path file) throws IOException {
    return new ParquetForm(file);
  }

  private static String row(JsonNode author) {
    return Column.ALL.stream()
        .map(column -> cell(column.in(author)))
        .collect(Collectors.joining(","));
  }

  private static String cell(JsonNode value) {
    String text = value.isNull() || value.isMissingNode() ? "" : value.asText();
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A line an author; the stream stays open. */
  private record Streamed(OutputStream out, Line form) implements Export.Form {
    @Override
    public void write(byte[] line, JsonNode author) throws IOException {
      line(form.of(line, author));
    }

    private void line(byte[] bytes) throws IOException {
      out.write(bytes);
      out.write('\n');
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }

  /** Makes one line of an author. */
  @FunctionalInterface
  private interface Line {
    byte[] of(byte[] published, JsonNode author);
  }
}
