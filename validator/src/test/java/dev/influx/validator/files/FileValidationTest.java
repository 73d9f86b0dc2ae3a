package dev.influx.validator.files;

import static dev.influx.validator.files.TestingList.bytes;
import static dev.influx.validator.files.TestingList.line;
import static dev.influx.validator.files.TestingList.lines;
import static dev.influx.validator.files.TestingList.manifest;
import static dev.influx.validator.files.TestingList.meta;
import static dev.influx.validator.files.TestingList.spoilt;
import static dev.influx.validator.files.TestingList.validate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.influx.validator.files.Fault.Severity;
import dev.influx.validator.files.TestingList.Found;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileValidationTest {

  @Test
  void findsNothingInAListThatIsAsItShouldBe() {
    List<String> list = lines(500);
    Found found = validate(bytes(list), Optional.of(manifest(list)));

    assertThat(found.faults).isEmpty();
    assertThat(found.summary.authors()).isEqualTo(500);
    assertThat(found.summary.lines()).isEqualTo(500);
    assertThat(found.summary.policySha256()).contains(TestingList.POLICY.sha256().hex());
  }

  @Test
  void findsLinesThatWereSwappedWhereverTheyAre() {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<String> list = new ArrayList<>(lines(200));
      int one = random.nextInt(200);
      int other = (one + 1 + random.nextInt(199)) % 200;
      Collections.swap(list, one, other);

      Found found = validate(list);

      assertThat(found.codes()).as("seed %d", seed).contains("rank");
      if (Math.abs(one - other) > 10) {
        assertThat(found.codes()).as("seed %d", seed).contains("order");
      }
    }
  }

  @Test
  void findsALineThatIsThereTwiceWhereverItIs() {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<String> list = new ArrayList<>(lines(200));
      int from = random.nextInt(200);
      int to = random.nextInt(201);
      list.add(to, list.get(from));
      int first = to <= from ? to + 1 : from + 1;
      int second = to <= from ? from + 2 : to + 1;

      List<Fault> twice =
          validate(list).faults.stream()
              .filter(fault -> fault.code().startsWith("duplicate_"))
              .toList();

      String id = Long.toString(5_000_050_001L + from);
      assertThat(twice)
          .as("seed %d", seed)
          .containsExactly(
              new Fault(
                  second,
                  id,
                  Severity.VIOLATION,
                  "duplicate_id",
                  null,
                  "the id of line " + first + " again"),
              new Fault(
                  second,
                  id,
                  Severity.VIOLATION,
                  "duplicate_handle",
                  null,
                  "the handle of line " + first + " again"));
    }
  }

  @Test
  void takesHandlesForTheSameInWhateverCase() {
    Found found =
        validate(
            line(1),
            spoilt(2, author -> author.put("handle", "AUTHOR_50001")),
            spoilt(3, author -> author.put("handle", "author_5000")));

    assertThat(found.places()).containsExactly("2 duplicate_handle null");
  }

  @Test
  void asksTheGatesAgainAndBelievesNoFlag() {
    Found found = validate(spoilt(1, author -> author.put("followers_count", 29_999)));

    assertThat(found.faults)
        .containsExactly(
            new Fault(
                1,
                "5000050001",
                Severity.VIOLATION,
                "below_entry_threshold",
                "entry.verified_min_followers",
                "1 followers short of the entry threshold"));
  }

  /** Else whoever adds a key could say what the gates are to see. */
  @Test
  void looksForFollowersOfAPublishedAuthorInOnePlaceOnly() {
    Found found =
        validate(
            spoilt(
                1,
                author -> {
                  author.put("followers_count", 3);
                  author.putObject("public_metrics").put("followers_count", 1_000_000);
                }));

    assertThat(found.places())
        .containsExactlyInAnyOrder(
            "1 below_entry_threshold entry.verified_min_followers", "1 unknown_key ");
  }

  @Test
  void holdsEveryLineAgainstTheSchemaWithItsFormats() {
    Found found =
        validate(
            spoilt(1, author -> author.put("id", "x1")),
            spoilt(2, author -> meta(author).put("score", 100.1)),
            spoilt(3, author -> meta(author).put("last_refresh_at", "yesterday")),
            spoilt(4, author -> author.put("url", "not a uri")),
            spoilt(5, author -> author.put("lang_primary", "english")),
            spoilt(6, author -> meta(author).remove("previous_score")),
            spoilt(7, author -> meta(author).putArray("sources")),
            spoilt(8, author -> author.put("followers_count", "900000")));

    assertThat(found.faults.stream().filter(fault -> fault.code().equals("schema")))
        .extracting(fault -> fault.line() + " " + fault.where())
        .containsExactly(
            "1 /id",
            "2 /meta/score",
            "3 /meta/last_refresh_at",
            "4 /url",
            "5 /lang_primary",
            "6 /meta",
            "7 /meta/sources",
            "8 /followers_count");
  }

  @Test
  void acceptsEveryLanguageThatInfluxPublishes() {
    Found found =
        validate(
            spoilt(1, author -> author.put("lang_primary", "und")),
            spoilt(2, author -> author.putNull("lang_primary")),
            spoilt(3, author -> author.put("lang_primary", "pt-BR")));

    assertThat(found.faults).isEmpty();
  }

  @Test
  void warnsOfKeysThatItDoesNotKnow() {
    Found found = validate(spoilt(1, author -> meta(author).put("novelty", 1)));

    assertThat(found.faults)
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("unknown_key");
              assertThat(fault.severity()).isEqualTo(Severity.WARNING);
              assertThat(fault.where()).isEqualTo("/meta");
              assertThat(fault.reason()).contains("novelty");
            });
  }

  @Test
  void computesTheProvenanceHashAgain() {
    String line = line(1).replace("Ann Other", "Ann Else");

    assertThat(validate(line).places()).containsExactly("1 provenance_hash /meta/provenance_hash");
  }

  @Test
  void wantsOnePolicyForAllAndSaysOnceWhenItDoesNotKnowIt() {
    String unknown = "ab".repeat(32);
    List<String> list = new ArrayList<>();
    for (int rank = 1; rank <= 3; rank++) {
      list.add(spoilt(rank, author -> meta(author).put("policy_sha256", unknown)));
    }
    assertThat(validate(list).places()).containsExactly("1 unknown_policy /meta/policy_sha256");

    list.set(1, line(2));
    list.set(2, spoilt(3, author -> meta(author).put("score_version", "m9")));
    assertThat(validate(list).places())
        .containsExactly(
            "1 unknown_policy /meta/policy_sha256",
            "2 mixed_policies /meta/policy_sha256",
            "3 mixed_policies /meta/policy_sha256",
            "3 mixed_policies /meta/score_version");
  }

  @Test
  void comparesTheFileWithItsManifest() {
    List<String> list = lines(3);
    Manifest right = manifest(list);
    Manifest wrong = new Manifest(4L, "00", "11", "m1", "22");

    assertThat(validate(bytes(list), Optional.of(wrong)).codes())
        .containsExactly("manifest_count", "manifest_sha256", "manifest_schema", "manifest_policy");
    assertThat(validate(bytes(lines(2)), Optional.of(right)).codes())
        .containsExactly("manifest_count", "manifest_sha256");
    assertThat(validate(new byte[0], Optional.of(right)).codes())
        .containsExactly("empty_file", "manifest_count", "manifest_sha256");
  }

  @Test
  void refusesWhatIsNoManifest() {
    for (String other : List.of("", "{}", "[]", "{\"format_version\":2}", "nonsense")) {
      assertThatThrownBy(() -> Manifest.read(other.getBytes(StandardCharsets.UTF_8)))
          .as(other)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void takesALineOfAnotherShapeInAListForABrokenOne() {
    String earlier =
        spoilt(
            2,
            author -> {
              meta(author).remove(List.of("policy_sha256", "rank_global", "score_version"));
              ((ObjectNode) author.get("ext")).remove("lineage");
            });

    assertThat(validate(line(1), earlier).faults)
        .filteredOn(fault -> fault.code().equals("earlier_shape"))
        .extracting(Fault::severity)
        .containsExactly(Severity.VIOLATION);
    assertThat(validate(earlier).faults)
        .filteredOn(fault -> fault.code().equals("earlier_shape"))
        .extracting(Fault::severity)
        .containsExactly(Severity.WARNING);
  }
}
