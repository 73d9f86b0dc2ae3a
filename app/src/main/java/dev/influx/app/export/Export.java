package dev.influx.app.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.sink.files.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Hands the authors that are wanted from a published list on to what writes them. */
public final class Export {
  private static final ObjectReader JSON = new JsonMapper().reader();

  private Export() {}

  /** Writes authors in one form. */
  public interface Form extends AutoCloseable {
    /** The line as it was published, and what it says. */
    void write(byte[] line, JsonNode author) throws IOException;

    @Override
    void close() throws IOException;
  }

  /** How many were handed on. */
  public static long run(InputStream lines, Selection wanted, Form form) throws IOException {
    LineReader reader = new LineReader(lines);
    long written = 0;
    Optional<byte[]> line = reader.next();
    while (line.isPresent() && !wanted.isComplete(written)) {
      JsonNode author = JSON.readTree(line.get());
      if (wanted.includes(author)) {
        form.write(line.get(), author);
        written++;
      }
      line = reader.next();
    }
    return written;
  }
}
