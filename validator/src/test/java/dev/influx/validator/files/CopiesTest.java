package dev.influx.validator.files;

import static dev.influx.validator.files.TestingList.bytes;
import static dev.influx.validator.files.TestingList.line;
import static dev.influx.validator.files.TestingList.spoilt;
import static dev.influx.validator.files.TestingList.validate;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.validator.files.TestingList.Found;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Authors of a file who share what two accounts do not share. */
class CopiesTest {

  @Test
  void bothEndsAreToldAndNameEachOther() {
    Found found =
        validate(line(1), spoilt(2, author -> numbers(author, 450_004)), line(3), line(4));

    assertThat(copies(found))
        .containsExactly(
            "2 5000050002 copies.numbers: the same numbers as id 5000050004 in line 4",
            "4 5000050004 copies.numbers: the same numbers as id 5000050002 in line 2");
  }

  @Test
  void allButTheFirstAreToldOfTheFirst() {
    Found found =
        validate(
            spoilt(1, author -> created(author, "2009-06-24T18:44:10.001Z")),
            spoilt(2, author -> created(author, "2009-06-24T18:44:10.999Z")),
            spoilt(3, author -> created(author, "2009-06-24T18:44:10Z")));

    assertThat(copies(found))
        .containsExactly(
            "1 5000050001 copies.same_second: created in the same second as id 5000050002 in line 2",
            "2 5000050002 copies.same_second: created in the same second as id 5000050001 in line 1",
            "3 5000050003 copies.same_second: created in the same second as id 5000050001 in line 1");
  }

  @Test
  void theSameAuthorAgainIsNoCopy() {
    Found found = validate(line(1), line(1), line(2));

    assertThat(found.codes()).contains("duplicate_id").doesNotContain("copied_metrics");
  }

  @Test
  void numbersOfWhoHasHardlyWrittenTellNothing() {
    Found found =
        validate(
            spoilt(1, author -> numbers(author, 99)), spoilt(2, author -> numbers(author, 99)));

    assertThat(copies(found)).isEmpty();
  }

  @Test
  void thePolicySaysWhatCounts() {
    List<String> list =
        List.of(
            line(1),
            spoilt(2, author -> created(author, "2009-06-24T18:44:11Z")),
            line(4),
            spoilt(5, author -> numbers(author, 450_004)),
            line(7),
            spoilt(8, author -> numbers(author, 450_007)));

    assertThat(copies(validate(list))).hasSize(6);
    assertThat(copies(validate(bytes(list), Optional.empty(), lenient())))
        .containsExactly(
            "5 5000050007 copies.numbers: the same numbers as id 5000050008 in line 6",
            "6 5000050008 copies.numbers: the same numbers as id 5000050007 in line 5");
  }

  private static Judges lenient() {
    String json =
        new String(TestingList.POLICY.canonicalBytes(), UTF_8)
            .replace("\"same_second\":\"yes\"", "\"same_second\":\"no\"")
            .replace("\"numbers_from_tweets\":100", "\"numbers_from_tweets\":450005");
    Policy policy =
        Policies.fromCanonical(json.getBytes(UTF_8))
            .fold(
                read -> read,
                faults -> {
                  throw new AssertionError(faults);
                });
    return Judges.always(Policies.bundled(), policy);
  }

  private static List<String> copies(Found found) {
    return found.faults.stream()
        .filter(fault -> fault.code().equals("copied_metrics"))
        .map(fault -> fault.line() + " " + fault.id() + " " + fault.where() + ": " + fault.reason())
        .toList();
  }

  private static void created(ObjectNode author, String at) {
    author.put("created_at", at);
  }

  private static void numbers(ObjectNode author, long tweets) {
    ((ObjectNode) author.get("ext").get("activity_metrics")).put("tweet_count", tweets);
  }
}
