package dev.influx.embedded.registry;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Schemas of one record type that differ in their fields. */
final class Schemas {
  static final String A = record("{'name':'a','type':'long'}");
  static final String A_OPTIONAL_B =
      record("{'name':'a','type':'long'}", "{'name':'b','type':'string','default':''}");
  static final String A_REQUIRED_B =
      record("{'name':'a','type':'long'}", "{'name':'b','type':'string'}");
  static final String A_AS_TEXT = record("{'name':'a','type':'string'}");

  private Schemas() {}

  /** As Avro itself writes it; single quotes stand for double ones. */
  static String record(String... fields) {
    return avro(
        Stream.of(fields)
            .collect(Collectors.joining(",", "{'type':'record','name':'R','fields':[", "]}")));
  }

  static String avro(String text) {
    return Candidate.parse(text.replace('\'', '"'), false).text();
  }
}
