package dev.influx.validator.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.validator.files.Fault.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left of an author once the line was checked by itself: what was found, and what the
 * author has to be compared with the others by.
 *
 * @param shape null when there is no author in the line, and then neither a place
 * @param marks what no other author of the file may have
 */
record CheckedAuthor(
    long line, String id, Shape shape, Place place, List<Mark> marks, List<Fault> faults) {

  /** A line without an author, and why that is so. */
  static CheckedAuthor nobody(Fault why) {
    return new CheckedAuthor(why.line(), null, null, null, List.of(), List.of(why));
  }

  boolean isAuthor() {
    return shape != null;
  }

  /**
   * The place in the list that a published record claims, and the policy that gave it; null is not
   * known.
   */
  record Place(
      Double score, Long rank, Map<String, Long> rankByTopic, String policy, String scoreVersion) {

    static Place of(JsonNode meta) {
      Map<String, Long> byTopic = new HashMap<>();
      meta.path("rank_by_topic")
          .properties()
          .forEach(topic -> byTopic.put(topic.getKey(), count(topic.getValue())));
      JsonNode score = meta.path("score");
      return new Place(
          score.isNumber() ? score.doubleValue() : null,
          count(meta.path("rank_global")),
          byTopic,
          meta.path("policy_sha256").textValue(),
          meta.path("score_version").textValue());
    }

    private static Long count(JsonNode number) {
      return number.canConvertToLong() && number.isIntegralNumber() ? number.longValue() : null;
    }
  }

  /** The same with another severity for one code. */
  List<Fault> faultsWith(Code code, Severity severity) {
    List<Fault> changed = new ArrayList<>(faults);
    changed.replaceAll(fault -> fault.code().equals(code.text()) ? fault.as(severity) : fault);
    return changed;
  }
}
