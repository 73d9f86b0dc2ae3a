package dev.influx.harvester.compliance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What one line of a result of X's batch compliance turned out to be. */
public sealed interface ResultLine {

  <T> T fold(Function<Listed, T> onListed, Function<Bad, T> onBad);

  /**
   * Reads a line. Keys that are not known are let pass, as X adds some without notice; values that
   * are not known are not, because nobody could say what they ask for.
   *
   * @param number of the line in its file, from 1
   */
  static ResultLine parse(long number, String text) {
    return Parser.parse(number, text);
  }

  /**
   * An author who may not be kept as before.
   *
   * @param line in the file, from 1
   */
  record Listed(String id, Reason reason, long line) implements ResultLine {
    @Override
    public <T> T fold(Function<Listed, T> onListed, Function<Bad, T> onBad) {
      return onListed.apply(this);
    }
  }

  /** A line of which nothing follows, and why. */
  record Bad(long line, String why) implements ResultLine {
    @Override
    public <T> T fold(Function<Listed, T> onListed, Function<Bad, T> onBad) {
      return onBad.apply(this);
    }
  }

  /** Reads one line after the other. */
  final class Parser {
    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
    private static final int LONGEST = 80;
    private static final JsonMapper JSON =
        JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Parser() {}

    private static ResultLine parse(long number, String text) {
      try {
        return read(number, JSON.readTree(text));
      } catch (JsonProcessingException e) {
        return new Bad(number, "is no JSON object: " + e.getOriginalMessage());
      } catch (UnusableLineException e) {
        return new Bad(number, e.getMessage());
      }
    }

    private static ResultLine read(long number, JsonNode line) {
      if (!line.isObject()) {
        throw new UnusableLineException("is no JSON object");
      }
      String id = text(line, "id");
      if (!ID.matcher(id).matches()) {
        throw new UnusableLineException("id is no user id: " + shown(id));
      }
      if (!text(line, "action").equals("delete")) {
        throw new UnusableLineException("action is not known: " + shown(text(line, "action")));
      }
      requireInstant(line, "created_at");
      if (line.hasNonNull("redacted_at")) {
        requireInstant(line, "redacted_at");
      }
      Reason reason =
          Reason.of(text(line, "reason"))
              .orElseThrow(
                  () ->
                      new UnusableLineException(
                          "reason is not known: " + shown(text(line, "reason"))));
      return new Listed(id, reason, number);
    }

    /** Neither time says when X found out: they are of the account. They only have to be times. */
    private static void requireInstant(JsonNode line, String key) {
      try {
        Instant.parse(text(line, key));
      } catch (DateTimeParseException e) {
        throw new UnusableLineException(key + " is no time: " + shown(text(line, key)));
      }
    }

    private static String text(JsonNode line, String key) {
      JsonNode value = line.path(key);
      if (!value.isTextual()) {
        throw new UnusableLineException(
            key + (value.isMissingNode() ? " is missing" : " is no text"));
      }
      return value.textValue();
    }

    private static String shown(String value) {
      return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
    }
  }
}
