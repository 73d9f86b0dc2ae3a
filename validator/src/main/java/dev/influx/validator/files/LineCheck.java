package dev.influx.validator.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.validator.lines.Chunk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Checks lines, each by itself; many threads may share it. */
final class LineCheck {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build()
          .reader();

  private final AuthorCheck authors;

  LineCheck(AuthorCheck authors) {
    this.authors = authors;
  }

  /** What came of some whole lines: the authors in them, and what is no author. */
  record Checked(List<CheckedAuthor> authors, long lines) {}

  Checked check(Chunk chunk) {
    List<CheckedAuthor> checked = new ArrayList<>();
    chunk.forEachLine(
        (bytes, from, length, number) ->
            checkLine(ByteBuffer.wrap(bytes, from, length), number, checked));
    return new Checked(checked, chunk.lines());
  }

  private void checkLine(ByteBuffer line, long number, List<CheckedAuthor> checked) {
    try {
      List<JsonNode> found = AuthorsInLine.of(parse(line));
      if (found.isEmpty()) {
        String reason = "there is no author in it: neither a handle nor a username";
        checked.add(CheckedAuthor.nobody(Code.NO_AUTHOR.at(number, null, reason)));
      }
      found.forEach(author -> checked.add(authors.check(author, number)));
    } catch (CharacterCodingException e) {
      checked.add(CheckedAuthor.nobody(Code.NOT_JSON.at(number, null, "it is not UTF-8")));
    } catch (JsonProcessingException e) {
      checked.add(CheckedAuthor.nobody(Code.NOT_JSON.at(number, null, reason(e))));
    } catch (IOException e) {
      throw new IllegalStateException("memory can always be read", e);
    }
  }

  /** Strictly UTF-8: the parser itself would take some of what is not. */
  private static JsonNode parse(ByteBuffer line) throws IOException {
    CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(line);
    return JSON.readTree(
        JSON.getFactory()
            .createParser(text.array(), text.arrayOffset() + text.position(), text.remaining()));
  }

  /** The message of the parser, without its hints for programmers. */
  private static String reason(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    int hint = message.indexOf(" for `ObjectNode`");
    return hint < 0 ? message : message.substring(0, hint);
  }
}
