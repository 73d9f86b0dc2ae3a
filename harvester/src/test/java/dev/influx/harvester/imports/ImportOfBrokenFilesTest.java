package dev.influx.harvester.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.HarvestOutcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Files that are broken, strange or large: what can be read of them is. */
class ImportOfBrokenFilesTest {
  private static final String KILN = "{\"id\":\"17\",\"username\":\"kiln\"}";
  private static final String LATHE =
      "{\"id\":\"18\",\"username\":\"lathe\",\"public_metrics\":{\"followers_count\":5}}";

  @Test
  void goesOnAfterBrokenLines() {
    TestingTaker taken =
        TestingTaker.of(
            KILN
                + "\n"
                + "{\"id\":\"1\",\"username\":\"a\",\"public_met\n"
                + LATHE
                + "\n"
                + "{\"id\":\"2\",\"username\":\"b\",\"public_metrics\":\n"
                + "{\"id\":\"19\",\"username\":\"c\"}\n"
                + "{\"id\":\"3\",\"username\":\"d\",\n"
                + "{\"id\":\"20\",\"username\":\"e\"}\n"
                + "Traceback (most recent call last):\n"
                + "  at line 5 {\n"
                + "{\"id\":\"21\",\"username\":\"f\"}}\n"
                + "{\"id\":\"22\",\"username\":\"g\"}\n"
                + "{\"id\":\"4\",\"username\":\"h\"");
    assertThat(taken.ids()).containsExactly("17", "18", "19", "20", "21", "22");
    assertThat(taken.complaints())
        .containsExactly(
            "2 broken_json", "4 broken_json", "6 broken_json", "8 broken_json", "12 broken_json");
    assertThat(UTF_8.decode(taken.dead().get(0).bytes().duplicate()).toString())
        .isEqualTo("{\"id\":\"1\",\"username\":\"a\",\"public_met\n");
    assertThat(taken.users().get(5).getProvenance().getLine()).isEqualTo(11);
  }

  @Test
  void losesOneUserOfAnEnvelopeThatIsBrokenThere() {
    TestingTaker taken =
        TestingTaker.of(
            "{\n  \"fetched_at\": \"2025-02-02T00:00:00Z\",\n  \"data\": [\n"
                + "    {\n      \"id\": \"17\",\n      \"username\": \"a\"\n    },\n"
                + "    {\n      \"id\": \"18\",\n      \"username\": \"b,\n"
                + "      \"entities\": [\n      {\n \"id\": \"5\", \"username\": \"no\"}]\n    },\n"
                + "    {\n      \"id\": \"19\",\n      \"username\": \"c\"\n    }\n  ],\n"
                + "  \"errors\": [\n    {\n      \"title\": \"Not Found Error\",\n"
                + "      \"value\": \"gone_one\"\n    }\n  ]\n}\n"
                + LATHE);
    assertThat(taken.ids()).containsExactly("17", "19", "18");
    assertThat(taken.complaints()).containsExactly("8 broken_json");
    assertThat(taken.missing()).extracting(HarvestOutcome::getHandle).containsExactly("gone_one");
    assertThat(taken.users().get(1).getFetchedAt())
        .isEqualTo(Instant.parse("2025-02-02T00:00:00Z"));
    assertThat(taken.users().get(2).getFetchedAt()).isEqualTo(TestingTaker.AS_OF);
  }

  @Test
  void readsMarksAndOtherEnds() {
    TestingTaker taken = TestingTaker.of("\uFEFF" + KILN + "\r\n\r\n" + LATHE);
    assertThat(taken.ids()).containsExactly("17", "18");
    assertThat(taken.users().get(1).getProvenance().getLine()).isEqualTo(3);
    assertThat(TestingTaker.of("").counts().read()).isZero();
    assertThat(TestingTaker.of("\uFEFF").counts().read()).isZero();
  }

  @Test
  void quarantinesBytesThatAreNotText() {
    byte[] bytes = (KILN + "\n{\"id\":\"5\",\"username\":\"a?\"}\n" + LATHE).getBytes(UTF_8);
    bytes[KILN.length() + 1 + 23] = (byte) 0xC3;
    TestingTaker taken = TestingTaker.of(bytes);
    assertThat(taken.ids()).containsExactly("17", "18");
    assertThat(taken.complaints()).containsExactly("2 broken_json");
  }

  @Test
  void refusesAUserWhoFitsIntoNoRecord() {
    String huge =
        "{\"id\":\"5\",\"username\":\"a\",\"description\":\"" + "x".repeat(1 << 19) + "\"}";
    String endless = "{\"id\":\"6\",\"username\":\"b\",\"x\":\"" + "x".repeat(9 << 20) + "\"}";
    TestingTaker taken = TestingTaker.of(huge + "\n" + endless + "\n" + KILN);
    assertThat(taken.ids()).containsExactly("17");
    assertThat(taken.complaints()).containsExactly("1 too_long", "2 broken_json");
    assertThat(taken.dead()).allMatch(dead -> dead.bytes().remaining() < 600_000);
  }

  @Test
  void readsAnEnvelopeThatIsLargerThanWhatIsKept() {
    String filler = "\"logs\":[\"" + "x".repeat(9 << 20) + "\"]";
    StringBuilder many = new StringBuilder("{\"data\":[");
    for (int id = 1; id <= 20_000; id++) {
      many.append(id == 1 ? "" : ",\n")
          .append("{\"id\":\"")
          .append(id)
          .append("\",\"username\":\"u");
      many.append(id).append("\",\"description\":\"").append("d".repeat(500)).append("\"}");
    }
    many.append("],").append(filler).append("}\n").append(KILN);
    TestingTaker taken = TestingTaker.of(many.toString());
    assertThat(taken.counts().published()).isEqualTo(20_001);
    assertThat(taken.told()).isEqualTo(taken.counts());
    assertThat(taken.complaints()).isEmpty();
    assertThat(taken.users().get(19_999).getProvenance().getLine()).isEqualTo(20_000);
    assertThat(taken.users().get(20_000).getProvenance().getLine()).isEqualTo(20_001);
  }
}
