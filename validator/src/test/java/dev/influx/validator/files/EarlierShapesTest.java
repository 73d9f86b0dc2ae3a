package dev.influx.validator.files;

import static dev.influx.validator.files.TestingList.validate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.influx.validator.files.Fault.Severity;
import dev.influx.validator.files.TestingList.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlierShapesTest {
  private static final String EARLIER =
      """
      {"id":"783214","handle":"someone","name":"Some One","verified":"blue",\
      "followers_count":%s,"is_org":false,"is_official":false,"lang_primary":"en",\
      "topic_tags":["ai"],"meta":{"score":93.4,"last_refresh_at":"2025-11-01T00:00:00Z",\
      "sources":[{"method":"list","fetched_at":"2025-11-01T00:00:00Z",\
      "evidence":"https://x.com/i/lists/1"}],"provenance_hash":"%s",\
      "entry_threshold_passed":true,"quality_score":80}}""";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"1\",\"username\":\"a\",\"name\":\"A\",\"public_metrics\":{\"followers_count\":%s}}",
        "{\"user\":{\"id\":\"1\",\"username\":\"a\",\"public_metrics\":{\"followers_count\":%s}}}",
        "{\"data\":{\"id\":\"1\",\"username\":\"a\",\"public_metrics\":{\"followers_count\":%s}}}",
        "{\"data\":[{\"id\":\"1\",\"username\":\"a\",\"public_metrics\":{\"followers_count\":%s}}],\"errors\":[{}]}",
        "{\"data\":{\"data\":[{\"id\":1,\"username\":\"a\",\"followers_count\":%s}]}}",
        "{\"id\":\"1\",\"username\":\"a\",\"followers_count\":%s}",
        "{\"id\":\"1\",\"username\":\"a\",\"meta\":{\"activity_metrics\":{\"followers_count\":%s}}}",
        "{\"id\":\"1\",\"username\":\"a\",\"ext\":{\"activity_metrics\":{\"followers_count\":%s}}}",
        "{\"id\":\"1\",\"handle\":\"a\",\"meta\":{},\"public_metrics\":{\"followers_count\":\"%s\"}}"
      })
  void findsTheMetricsWhereverTheyAre(String line) {
    assertThat(validate(line.formatted("50000")).codes())
        .contains("earlier_shape")
        .doesNotContain("below_entry_threshold");
    assertThat(validate(line.formatted("49999")).faults)
        .filteredOn(fault -> fault.code().equals("below_entry_threshold"))
        .singleElement()
        .satisfies(fault -> assertThat(fault.reason()).startsWith("1 followers short"));
  }

  @Test
  void saysOnceThatARecordIsOfTheEarlierSystem() {
    Found found = validate(EARLIER.formatted("30000", "0".repeat(64)));

    assertThat(found.faults)
        .extracting(Fault::code, Fault::severity)
        .containsExactly(
            tuple("earlier_shape", Severity.WARNING), tuple("provenance_hash", Severity.WARNING));
  }

  @Test
  void holdsItAgainstTheSchemaOfThatSystem() {
    assertThat(validate(EARLIER.formatted("30000", "x")).places())
        .contains("1 schema /meta/provenance_hash");
  }

  /** No score and no flag of the record counts. */
  @Test
  void judgesItByTheGatesOfToday() {
    assertThat(validate(EARLIER.formatted("29999", "0".repeat(64))).codes())
        .contains("below_entry_threshold");
  }

  @Test
  void comparesAllAuthorsOfALine() {
    String twice =
        "{\"data\":[{\"id\":\"1\",\"username\":\"a\",\"name\":\"A\",\"followers_count\":60000},"
            + "{\"id\":\"1\",\"username\":\"A\",\"name\":\"A\",\"followers_count\":60000}]}";

    assertThat(validate(twice).places())
        .containsExactly(
            "1 earlier_shape null",
            "1 earlier_shape null",
            "1 duplicate_id null",
            "1 duplicate_handle null");
  }

  @Test
  void saysWhatItCannotReadOfAnAuthor() {
    assertThat(validate("{\"id\":\"1\",\"username\":\"a\",\"followers_count\":[]}").codes())
        .contains("unreadable_author");
  }
}
