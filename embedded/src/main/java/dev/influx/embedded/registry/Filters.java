package dev.influx.embedded.registry;

import java.util.function.Predicate;

/** Which subjects and versions a request for a list wants to see. */
final class Filters {
  /** How newer clients spell "in any context". */
  private static final String ANY_CONTEXT = ":*:";

  private Filters() {}

  static Predicate<Version> versions(Request request) {
    if (request.flag("deletedOnly")) {
      return Version::deleted;
    }
    return request.flag("deleted") ? version -> true : Version::live;
  }

  static Predicate<Subject> subjects(Request request) {
    String asked = request.option("subjectPrefix").orElse("");
    String prefix = asked.startsWith(ANY_CONTEXT) ? asked.substring(ANY_CONTEXT.length()) : asked;
    return subject -> subject.name().startsWith(prefix);
  }
}
