package dev.influx.app.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.app.evaluate.BadLine;
import dev.influx.app.evaluate.EvaluationOutput;
import dev.influx.app.evaluate.Origin;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The list as it is published, one author a line, each with a verdict and a score on record. */
public final class PublishedFile {
  private static final int MOST_OF_A_LINE = 1 << 20;
  private static final int LINES_AT_ONCE = 1000;
  private static final ObjectReader JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

  private final Appraiser appraiser;
  private final EvaluationOutput<Appraised> output;

  public PublishedFile(Appraiser appraiser, EvaluationOutput<Appraised> output) {
    this.appraiser = appraiser;
    this.output = output;
  }

  /** Whether the first line is that of a published author, and no user object of X. */
  public static boolean begins(BufferedInputStream content) throws IOException {
    content.mark(MOST_OF_A_LINE);
    byte[] line = firstLine(content);
    content.reset();
    try {
      return PublishedLine.isOne(JSON.readTree(line));
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static byte[] firstLine(InputStream content) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = content.read();
    for (int read = 1; next >= 0 && read < MOST_OF_A_LINE; read++) {
      if (next == '\n' && !line.toString(StandardCharsets.UTF_8).isBlank()) {
        return line.toByteArray();
      }
      line.write(next);
      next = content.read();
    }
    return line.toByteArray();
  }

  /** Reads to the end. A line that cannot be read is reported, and the rest goes on. */
  public void run(Origin origin, InputStream content) throws IOException {
    // Unlike that of a charset, this decoder refuses what is not UTF-8.
    Reader text = new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder());
    LineNumberReader lines = new LineNumberReader(text);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        read(origin, line, lines.getLineNumber());
      }
      if (lines.getLineNumber() % LINES_AT_ONCE == 0) {
        output.proceed(LINES_AT_ONCE);
      }
    }
  }

  private void read(Origin origin, String line, long number) {
    try {
      JsonNode author = JSON.readTree(withoutByteOrderMark(line));
      Listed listed = new PublishedLine(author).read(origin, line, number);
      output.evaluated(appraiser.listed(listed));
    } catch (JsonProcessingException e) {
      output.bad(new BadLine(origin.file(), number, "not valid JSON: " + e.getOriginalMessage()));
    } catch (PublishedLine.UnableToReadLineException e) {
      output.bad(new BadLine(origin.file(), number, e.getMessage()));
    }
  }

  private static String withoutByteOrderMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }
}
