package dev.influx.app.seeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.lists.Domain;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The authors of a published list, one a line. */
public final class JudgedLines {
  private static final ObjectReader JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

  private JudgedLines() {}

  /** Reads to the end; a line that is no author fails it, because a count must not be short. */
  public static List<JudgedAuthor> read(InputStream content)
      throws IOException, UnableToReadListException {
    // unlike that of a charset, this decoder refuses what is not UTF-8
    InputStreamReader text = new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder());
    LineNumberReader lines = new LineNumberReader(text);
    List<JudgedAuthor> authors = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        authors.add(author(line, lines.getLineNumber()));
      }
    }
    return authors;
  }

  private static JudgedAuthor author(String line, int number) throws UnableToReadListException {
    JsonNode author = parsed(line, number);
    boolean published = author.path("meta").has("score") && author.path("handle").isTextual();
    String id = author.path("id").asText("");
    if (!published || !id.matches("[0-9]{1,19}")) {
      throw new UnableToReadListException("line " + number + " is no published author", null);
    }
    return new JudgedAuthor(
        id, Optional.of(author.get("handle").textValue()), domain(author), true);
  }

  private static JsonNode parsed(String line, int number) throws UnableToReadListException {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UnableToReadListException(
          "line " + number + " is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Of the tags, the one that a person assigned as the domain. */
  private static Optional<Domain> domain(JsonNode author) {
    for (JsonNode tag : author.path("topic_tags")) {
      Optional<Domain> domain = Domain.find(tag.asText());
      if (domain.isPresent()) {
        return domain;
      }
    }
    return Optional.empty();
  }

  /** A line of a list is no author. */
  public static final class UnableToReadListException extends Exception {
    private static final long serialVersionUID = 1L;

    private UnableToReadListException(String reason, Exception cause) {
      super(reason, cause);
    }
  }
}
