package dev.influx.app.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Which authors of a list are wanted.
 *
 * @param top no more than so many, the best first
 */
public record Selection(
    Optional<String> domain,
    Optional<Double> minScore,
    Optional<String> language,
    Optional<Long> top) {

  boolean includes(JsonNode author) {
    return domain.map(name -> isIn(author, name)).orElse(true)
        && minScore.map(least -> author.at("/meta/score").doubleValue() >= least).orElse(true)
        && language.map(code -> speaks(author, code)).orElse(true);
  }

  private static boolean isIn(JsonNode author, String domain) {
    for (JsonNode tag : author.path("topic_tags")) {
      if (tag.textValue().equals(domain)) {
        return true;
      }
    }
    return false;
  }

  /** A language includes its regional forms. */
  private static boolean speaks(JsonNode author, String code) {
    String language = author.path("lang_primary").asText("");
    return language.equals(code) || language.startsWith(code + "-");
  }

  boolean isComplete(long found) {
    return top.filter(most -> found >= most).isPresent();
  }
}
