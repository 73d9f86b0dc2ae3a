package dev.influx.harvester.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.harvester.publish.ImportedRecord.DeadLetter;
import dev.influx.runtime.compliance.ForgottenAuthors;
import dev.influx.runtime.compliance.HandleHash;
import dev.influx.schemas.Availability;
import dev.influx.schemas.ComplianceAction;
import dev.influx.schemas.ComplianceRequest;
import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.SourceKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportTest {
  private static final String KILN = "{\"id\":\"17\",\"username\":\"kiln\"}";
  private static final String LATHE =
      "{\"id\":\"18\",\"username\":\"lathe\",\"public_metrics\":{\"followers_count\":5}}";

  @Test
  void handsOnNothingOfWhoIsForgotten() {
    Instant at = TestingTaker.AS_OF;
    ComplianceRequest.Builder request =
        ComplianceRequest.newBuilder()
            .setAction(ComplianceAction.FORGET)
            .setRequestedAt(at)
            .setDeadline(at);
    ForgottenAuthors forgotten =
        ForgottenAuthors.of(
            List.of(
                request.setId("17").setHandleSha256(HandleHash.of("Kiln")).build(),
                request.setId("0017").setHandleSha256(null).build()));
    String file =
        """
        {"data":[{"id":"17","username":"new_name"},{"id":"18","username":"kiln"}],
         "errors":[{"value":"KILN","title":"Not Found Error","parameter":"usernames"}]}
        """;

    TestingTaker taker = TestingTaker.of(file.getBytes(UTF_8), Optional.of(at), forgotten);

    assertThat(taker.counts().published()).as("18, who has the handle now").isEqualTo(1);
    assertThat(taker.counts().forgotten()).isEqualTo(2);
    assertThat(taker.counts().read()).isEqualTo(3);
    assertThat(taker.users()).hasSize(1);
  }

  @Test
  void observesAUserWithTheEvidence() {
    RawProfile seen = TestingTaker.of("\n" + LATHE + "\n").users().get(0);
    assertThat(seen.getId()).isEqualTo("18");
    assertThat(seen.getFetchedAt()).isEqualTo(TestingTaker.AS_OF);
    assertThat(seen.getAvailability()).isEqualTo(Availability.AVAILABLE);
    assertThat(seen.getProfile().getFollowersCount()).isEqualTo(5);
    assertThat(seen.getProfile().getListedCount()).as("absent is not 0").isNull();
    assertThat(seen.getProvenance().getKind()).isEqualTo(SourceKind.IMPORT);
    assertThat(seen.getProvenance().getAnswerSha256()).isEqualTo(TestingTaker.DIGEST);
    assertThat(seen.getProvenance().getLine()).isEqualTo(2);
    assertThat(seen.getProvenance().getRunId()).as("the same whoever imports it").isNull();
    assertThat(text(seen.getRaw())).isEqualTo(LATHE);
    assertThat(seen.getSources().get(0).getEvidence()).isEqualTo("file:///users.jsonl#L2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bare | %1$s %2$s",
        "bare | %1$s%n%2$s%n",
        "[] | [%1$s,%n%2$s]",
        "data | {\"data\":%1$s}%n{\"data\":%2$s}",
        "data[] | {\"data\":[%1$s,%2$s],\"successful\":true,\"error\":null,\"logs\":[{\"id\":\"9\"}]}",
        "data[] | {%n\"version\": \"latest\",%n\"data\": [%n  %1$s,%n  %2$s%n]%n}",
        "user | {\"user\":%1$s}%n{\"user\":%2$s}",
        "data.data.results[].response.data[] | {\"data\":{\"data\":{\"results\":[{\"response\":{\"data\":[%1$s]}},{\"response\":{\"data\":[%2$s]}}]}}}",
        "data.results[].response.data[] | {\"data\":{\"results\":[{\"id\":\"0\",\"response\":{\"data\":[%1$s,%2$s]}}]},\"id\":\"r\",\"username\":\"x\"}",
        "output.result[] | {\"output\":{\"result\":[%1$s,%2$s]}}",
      })
  void opensEnvelopes(String shape, String text) {
    TestingTaker taken = TestingTaker.of(String.format(text, KILN, LATHE));
    assertThat(taken.ids()).containsExactly("17", "18");
    assertThat(taken.counts().shapes()).isEqualTo(Map.of(shape, 2L));
    assertThat(taken.complaints()).isEmpty();
    assertThat(taken.users()).extracting(user -> text(user.getRaw())).containsExactly(KILN, LATHE);
  }

  @Test
  void opensTextsThatToolsAnswerWith() {
    String inner = ("{\"data\":{\"data\":[" + KILN + "," + LATHE + "]}}").replace("\"", "\\\"");
    TestingTaker taken =
        TestingTaker.of(
            "\n{\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"two users:\"},"
                + "{\"type\":\"text\",\"text\":\""
                + inner
                + "\"}]}}\n"
                + "{\"id\":\"19\",\"username\":\"gull\"}");
    assertThat(taken.ids()).containsExactly("17", "18", "19");
    assertThat(taken.counts().shapes())
        .isEqualTo(Map.of("result.content[].text.data.data[]", 2L, "bare", 1L));
    assertThat(taken.users())
        .extracting(user -> user.getProvenance().getLine())
        .containsExactly(2L, 2L, 3L);
  }

  @Test
  void findsUsersNowhereElse() {
    TestingTaker taken =
        TestingTaker.of(
            "{\"includes\":{\"users\":["
                + KILN
                + "]},\"data\":["
                + LATHE
                + "]}\n"
                + "{\"id\":\"19\",\"username\":\"gull\",\"data\":"
                + KILN
                + "}\n"
                + "7 \"text\" null [] {} [5]\n"
                + "{\"batch_id\":3,\"fetch_timestamp\":\"2025-11-01\"}\n");
    assertThat(taken.ids()).containsExactly("18", "19");
    assertThat(taken.counts().passedOver()).isEqualTo(6);
    assertThat(taken.counts().read()).isEqualTo(8);
  }

  @Test
  void opensEightEnvelopesAndNoMore() {
    String eight = "{\"data\":".repeat(8) + KILN + "}".repeat(8);
    TestingTaker taken = TestingTaker.of(eight + "{\"data\":" + eight + "}\n" + LATHE);
    assertThat(taken.ids()).containsExactly("17", "18");
    assertThat(taken.counts().passedOver()).isEqualTo(1);
  }

  @Test
  void movesFlatCountsBackAndSaysSo() {
    String flat =
        "{\"id\":\"17\",\"username\":\"kiln\",\"followers_count\":7,\"tweet_count\":\"9\"}";
    TestingTaker taken = TestingTaker.of(flat);
    assertThat(taken.users().get(0).getProfile().getFollowersCount()).isEqualTo(7);
    assertThat(taken.users().get(0).getProfile().getTweetCount()).isEqualTo(9);
    assertThat(text(taken.users().get(0).getRaw())).isEqualTo(flat);
    assertThat(taken.counts().doubts()).isEqualTo(Map.of(Doubt.FLAT_METRICS, 1L));
  }

  @Test
  void routesThoseWhoWereNotFoundToTheOutcomes() {
    TestingTaker taken =
        TestingTaker.of(
            "{\"data\":["
                + KILN
                + "],\"errors\":["
                + "{\"value\":\"NoSuchKiln\",\"detail\":\"Could not find user with usernames:"
                + " [NoSuchKiln].\",\"title\":\"Not Found Error\",\"resource_type\":\"user\","
                + "\"parameter\":\"usernames\",\"type\":\"https://api.twitter.com/2/problems/"
                + "resource-not-found\"},"
                + "{\"value\":\"GreyPelican7\",\"detail\":\"User has been suspended:"
                + " [GreyPelican7].\",\"title\":\"Forbidden\",\"resource_type\":\"user\","
                + "\"parameter\":\"usernames\"},"
                + "{\"value\":\"170\",\"detail\":\"Could not find tweet with pinned_tweet_id:"
                + " [170].\",\"title\":\"Not Found Error\",\"resource_type\":\"tweet\","
                + "\"parameter\":\"pinned_tweet_id\"},"
                + "{\"detail\":\"Could not find user with ids: [123].\","
                + "\"title\":\"Not Found Error\",\"parameter\":\"ids\"}]}\n"
                + "{\"username\":\"gone_one\",\"status\":\"not_found\",\"batch_id\":4}\n"
                + "{\"handle\":\"odd_one\",\"error\":\"timeout\","
                + "\"fetched_at\":\"2025-10-01T00:00:00Z\"}\n");
    assertThat(taken.missing())
        .extracting(missing -> missing.getHandle() + " " + missing.getOutcome())
        .containsExactly(
            "NoSuchKiln NOT_FOUND",
            "GreyPelican7 SUSPENDED",
            "123 NOT_FOUND",
            "gone_one NOT_FOUND",
            "odd_one UNAVAILABLE");
    HarvestOutcome byId = taken.missing().get(2);
    assertThat(byId.getId()).isEqualTo("123");
    assertThat(byId.getRunId()).isEqualTo("run-1");
    assertThat(taken.missing().get(4).getAskedAt())
        .isEqualTo(Instant.parse("2025-10-01T00:00:00Z"));
    assertThat(taken.counts().notFound())
        .isEqualTo(Map.of("not_found", 3L, "suspended", 1L, "unavailable", 1L));
    assertThat(taken.counts().passedOver()).as("the pinned post").isEqualTo(1);
    assertThat(taken.counts().read()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "impossible_id | {\"id\":\"0\",\"username\":\"a\"}",
        "impossible_id | {\"id\":\"000\",\"username\":\"a\"}",
        "impossible_id | {\"id\":\"017\",\"username\":\"a\"}",
        "impossible_id | {\"id\":\"12x\",\"username\":\"a\"}",
        "impossible_id | {\"id\":\"\",\"username\":\"a\"}",
        "impossible_id | {\"id\":-5,\"username\":\"a\"}",
        "impossible_id | {\"id\":1.5e18,\"username\":\"a\"}",
        "impossible_id | {\"id\":{\"n\":1},\"username\":\"a\"}",
        "impossible_id | {\"id\":\"12345678901234567890\",\"username\":\"a\"}",
        "placeholder_id | {\"id\":\"1234567890123\",\"username\":\"a\"}",
        "placeholder_id | {\"id\":\"1234567890123456789\",\"username\":\"a\"}",
        "future_id | {\"id\":\"2100000000000000000\",\"username\":\"a\"}",
        "future_id | {\"id\":\"9999999999999999999\",\"username\":\"a\"}",
        "incomplete_user | {\"username\":\"a\",\"public_metrics\":{\"followers_count\":1}}",
        "incomplete_user | {\"id\":\"17\",\"name\":\"A\"}",
        "incomplete_user | {\"id\":null,\"username\":\"a\"}",
        "wrong_type | {\"id\":\"17\",\"username\":5}",
        "wrong_type | {\"id\":\"17\",\"username\":\"a\",\"verified\":\"yes\"}",
        "wrong_type | {\"id\":\"17\",\"username\":\"a\",\"public_metrics\":{\"followers_count\":-1}}",
        "wrong_type | {\"id\":\"17\",\"username\":\"a\",\"fetched_at\":\"yesterday\"}",
        "wrong_type | {\"id\":\"17\",\"username\":\"a\",\"fetched_at\":1764288000}",
        "impossible_time | {\"id\":\"17\",\"username\":\"a\",\"fetched_at\":\"2026-03-03T00:00:00Z\"}",
        "impossible_time | {\"id\":\"17\",\"username\":\"a\",\"fetched_at\":\"1970-01-01T00:00:00Z\"}",
        "impossible_handle | {\"id\":\"17\",\"username\":\"a-b\"}",
        "impossible_handle | {\"id\":\"17\",\"username\":\"@a\"}",
      })
  void quarantinesWhatCannotBe(String reason, String user) {
    TestingTaker taken = TestingTaker.of(KILN + "\n" + user + "\n" + LATHE);
    assertThat(taken.ids()).containsExactly("17", "18");
    assertThat(taken.complaints()).containsExactly("2 " + reason);
    DeadLetter dead = taken.dead().get(0);
    assertThat(text(dead.bytes())).isEqualTo(user);
    assertThat(dead.headers())
        .containsEntry("influx.dead.reason", reason)
        .containsEntry("influx.dead.file", "users.jsonl")
        .containsEntry("influx.dead.line", "2")
        .containsEntry("influx.dead.sha256", "0".repeat(64))
        .containsKey("influx.dead.error");
    assertThat(taken.counts().read()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TYPED_ID | {\"id\":\"1234567891\",\"username\":\"a\"}",
        "NUMERIC_ID | {\"id\":1502203340000000017,\"username\":\"a\"}",
        "LONG_HANDLE | {\"id\":\"17\",\"username\":\"sixteen_letters_\"}",
        "ODD_VERIFIED_TYPE | {\"id\":\"17\",\"username\":\"a\",\"verified_type\":\"org\"}",
      })
  void onlyWarnsOfWhatMayBe(Doubt doubt, String user) {
    TestingTaker taken = TestingTaker.of(user);
    assertThat(taken.users()).hasSize(1);
    assertThat(taken.counts().doubts()).isEqualTo(Map.of(doubt, 1L));
  }

  @Test
  void takesIdsOfNowAndOfTheEarlyDays() {
    long now = TestingTaker.NOW.toEpochMilli() - 1_288_834_974_657L;
    TestingTaker taken =
        TestingTaker.of(
            "{\"id\":\""
                + (now << 22)
                + "\",\"username\":\"a\"}\n{\"id\":12,\"username\":\"jack\"}");
    assertThat(taken.ids()).containsExactly(Long.toString(now << 22), "12");
    assertThat(taken.counts().doubts()).isEmpty();
  }

  @Test
  void believesTheUserThenTheEnvelopeThenWhoeverImports() {
    String own = "{\"id\":\"17\",\"username\":\"a\",\"fetched_at\":\"2025-01-01T00:00:00Z\"}";
    TestingTaker taken =
        TestingTaker.of(
            "{\"data\":{\"results\":["
                + own
                + ","
                + LATHE
                + "]},"
                + "\"fetched_at\":\"2025-02-02T00:00:00Z\"}\n"
                + "{\"id\":\"19\",\"username\":\"b\",\"fetched_at\":null}");
    assertThat(taken.users())
        .extracting(RawProfile::getFetchedAt)
        .containsExactly(
            Instant.parse("2025-01-01T00:00:00Z"),
            Instant.parse("2025-02-02T00:00:00Z"),
            TestingTaker.AS_OF);
  }

  @Test
  void inventsNoTime() {
    byte[] users = ("\n" + KILN).getBytes(UTF_8);
    assertThatThrownBy(() -> TestingTaker.of(users, Optional.empty()))
        .isInstanceOf(UnableToTellTimeException.class)
        .hasMessage("the users of users.jsonl cannot be imported");
  }

  @Test
  void importsTheRealAuthors() throws IOException {
    Path users = Path.of(System.getProperty("influx.shared"), "data", "dev", "users.jsonl");
    List<String> lines = Files.readAllLines(users);
    TestingTaker taken = TestingTaker.of(Files.readAllBytes(users));
    assertThat(taken.complaints()).isEmpty();
    assertThat(taken.users()).extracting(user -> text(user.getRaw())).isEqualTo(lines);
    assertThat(taken.users()).extracting(RawProfile::getDomain).contains("climate_tech");
    assertThat(taken.counts().doubts()).isEmpty();
  }

  private static String text(ByteBuffer bytes) {
    return UTF_8.decode(bytes.duplicate()).toString();
  }
}
