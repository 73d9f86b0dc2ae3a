package dev.influx.sink.snapshot;

import static dev.influx.sink.TestingAuthors.bare;
import static dev.influx.sink.TestingAuthors.in;
import static dev.influx.sink.TestingAuthors.under;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.TestingAuthors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final Cut CUT = TestingCuts.at(Map.of(0, 12L, 2, 34L, 10, 7L));
  private static final ScoredProfile ANN = in("fintech", bare("1", 90));
  private static final ScoredProfile BOB = bare("2", 95);

  /** Written by hand from the definition, and hashed with sha256sum. */
  @Test
  void theIdIsTheHashOfTheOffsetsAndThePolicy() {
    assertThat(
            new String(
                SnapshotId.canonical(CUT, Optional.of("07".repeat(32))), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"policy_sha256\":\""
                + "07".repeat(32)
                + "\",\"topics\":{"
                + "\"influx.profiles.accepted\":{\"0\":12,\"10\":7,\"2\":34}}}");
    assertThat(TestingSnapshots.of(CUT, List.of(ANN)).id())
        .isEqualTo("5db62ffe25db7f67e20f28821b502ee2c0351edd1bdaa50f810f7d85930da4ad");
  }

  @Test
  void aListWithoutAuthorsHasNoPolicyToName() {
    assertThat(TestingSnapshots.of(TestingCuts.at(Map.of(0, 12L)), List.of()).id())
        .isEqualTo("df2854f0186eef9399161432f5944ffbfab5819315ec17c40fc5d7839a177857");
  }

  @Test
  void otherOffsetsOrAnotherPolicyMakeAnotherId() {
    Snapshot one = TestingSnapshots.of(CUT, List.of(ANN));
    Snapshot further =
        TestingSnapshots.of(TestingCuts.at(Map.of(0, 13L, 2, 34L, 10, 7L)), List.of(ANN));
    Snapshot other =
        TestingSnapshots.of(
            CUT, List.of(under(new PolicyRef("m0", TestingAuthors.digest(8)), ANN)));

    assertThat(List.of(one.id(), further.id(), other.id())).doesNotHaveDuplicates();
  }

  @Test
  void theBytesDoNotDependOnTheOrderOfArrival() {
    assertThat(TestingSnapshots.bytes(TestingSnapshots.of(CUT, List.of(ANN, BOB))))
        .isEqualTo(TestingSnapshots.bytes(TestingSnapshots.of(CUT, List.of(BOB, ANN))));
  }

  @Test
  void eachAuthorIsALineAndTheBestComesFirst() throws IOException {
    String lines =
        new String(
            TestingSnapshots.bytes(TestingSnapshots.of(CUT, List.of(ANN, BOB))),
            StandardCharsets.UTF_8);

    assertThat(lines).endsWith("}\n");
    List<String> each = lines.lines().toList();
    assertThat(each).hasSize(2);
    JsonNode first = new JsonMapper().readTree(each.get(0));
    JsonNode second = new JsonMapper().readTree(each.get(1));
    assertThat(first.get("id").textValue()).isEqualTo("2");
    assertThat(first.at("/meta/rank_global").intValue()).isEqualTo(1);
    assertThat(second.at("/meta/rank_global").intValue()).isEqualTo(2);
    assertThat(second.at("/meta/rank_by_topic/fintech").intValue()).isEqualTo(1);
  }
}
