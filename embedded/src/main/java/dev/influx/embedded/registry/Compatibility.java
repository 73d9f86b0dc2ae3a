package dev.influx.embedded.registry;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/**
 * What keeps a new schema and earlier ones from reading each other, by Avro's own rules: the same
 * check as in Confluent's registry, so that both let the same schemas in.
 */
final class Compatibility {
  private Compatibility() {}

  /** The problems, in words; none when the schema may be registered. */
  static List<String> problems(
      Catalogue catalogue, String subject, Schema candidate, List<Version> earlier) {
    CompatibilityLevel level = catalogue.levels().effective(subject);
    List<String> problems = new ArrayList<>();
    for (Version version : level.relevant(earlier)) {
      Schema other = catalogue.schema(version);
      if (level.readsEarlier()) {
        problems.addAll(describe(candidate, other, "cannot read version " + version.number()));
      }
      if (level.readByEarlier()) {
        problems.addAll(
            describe(other, candidate, "cannot be read by version " + version.number()));
      }
    }
    return List.copyOf(problems);
  }

  private static List<String> describe(Schema reader, Schema writer, String consequence) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(problem -> describe(problem, consequence))
        .toList();
  }

  private static String describe(Incompatibility problem, String consequence) {
    return "{errorType:'%s', description:'The new schema %s: %s at path '%s''}"
        .formatted(problem.getType(), consequence, problem.getMessage(), problem.getLocation());
  }
}
