package dev.influx.scorer.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.lists.Reading;
import dev.influx.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReplayPlanTest {
  private static final String HASH = "ab".repeat(32);

  @Test
  void isReadBackAsItWasWritten() {
    for (ReplayPlan plan : List.of(plan(Range.ALL), plan(range("2026-01-01T00:00:00Z")))) {
      assertThat(PlanFile.read("plan", PlanFile.bytes(plan))).isEqualTo(Reading.accepted(plan));
    }
  }

  @Test
  void isRefusedWhereverItWasChanged() {
    String written = new String(PlanFile.bytes(plan(Range.ALL)), UTF_8);
    List<String> changes =
        List.of(
            written.replace("\"end\":9", "\"end\":10"),
            written.replace("m2@2", "m2@1"),
            written.replace("\"id\":\"one\"", "\"id\":\"two\""),
            written.replace("\"records\":7", "\"records\":8"),
            written.substring(1),
            "");

    assertThat(changes).doesNotContain(written);
    assertThat(changes)
        .allMatch(
            changed ->
                PlanFile.read("plan", changed.getBytes(UTF_8)) instanceof Reading.Refused<?>);
  }

  @Test
  void countsWhatIsThereAndWhatIsGone() {
    ReplayPlan.World world = plan(Range.ALL).world();

    assertThat(world.records()).isEqualTo(16);
    assertThat(world.deleted()).isEqualTo(3);
    assertThat(world.extents().get(1).before(5)).isEqualTo(2);
    assertThat(world.extents().get(1).before(0)).isZero();
    assertThat(world.extents().get(1).before(99)).isEqualTo(7);
  }

  @Test
  void theTimeItTakesIsNotKnownWithoutARate() {
    assertThat(plan(Range.ALL).volume().seconds(100)).contains(2L);
    assertThat(
            new ReplayPlan.Volume(1, 1, 1, 0, 0, Optional.empty(), Optional.empty()).seconds(100))
        .isEmpty();
  }

  @Test
  void ofALargerSampleAreAllOfASmallerOne() {
    for (long id = 1; id <= 2_000; id++) {
      String author = Long.toString(id);
      boolean few = sample(50_000).hasSampled(author);
      boolean more = sample(200_000).hasSampled(author);
      assertThat(!few || more).as(author).isTrue();
      assertThat(sample(Range.WHOLE).hasSampled(author)).as(author).isTrue();
    }
  }

  @Test
  void aSampleIsAboutAsLargeAsWasAsked() {
    long sampled =
        LongStream.range(0, 20_000)
            .mapToObj(i -> Long.toString(1_000_000 + 7 * i))
            .filter(sample(100_000)::hasSampled)
            .count();

    assertThat(sampled).isBetween(1_800L, 2_200L);
  }

  @Test
  void aRangeKnowsItsTimes() {
    Range range = range("2026-01-01T00:00:00Z");

    assertThat(range.hasTime(Instant.parse("2025-12-31T23:59:59.999Z").toEpochMilli())).isFalse();
    assertThat(range.hasTime(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli())).isTrue();
    assertThat(range.hasTime(Instant.parse("2026-02-01T00:00:00Z").toEpochMilli())).isFalse();
    assertThat(range.isAll()).isFalse();
  }

  @Test
  void aRangeThatCannotBeIsRefused() {
    assertThatThrownBy(() -> sample(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> range("2027-01-01T00:00:00Z"))
        .hasMessage("the range ends before it begins");
    assertThatThrownBy(
            () ->
                new Range(
                    Optional.empty(), Optional.empty(), Optional.of("knitting"), Optional.empty()))
        .hasMessage("there is no domain knitting");
  }

  @Test
  void aShadowOwnsWhatItMadeAndNothingElse() {
    Shadow shadow = Shadow.of(new Topics("influx."), "one");

    assertThat(
            shadow.owned(
                List.of(
                    "influx.profiles.raw",
                    "influx.profiles.accepted",
                    "influx.scorer-authors-changelog",
                    "influx.replay.one.profiles.accepted",
                    "influx.replay.one.profiles.raw",
                    "influx.replay.one-authors-changelog",
                    "influx.replay.one2-authors-changelog",
                    "influx.replay.one2.profiles.accepted",
                    "influx.audit")))
        .containsExactly(
            "influx.replay.one-authors-changelog", "influx.replay.one.profiles.accepted");
    assertThatThrownBy(() -> Shadow.of(new Topics("influx."), "One."))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isNamedAfterItsPolicyAndTheTime() {
    assertThat(ReplayPlan.nameFor("m2@2", Instant.parse("2026-11-21T21:05:06Z")))
        .isEqualTo("m2-2-20261121t210506z");
  }

  private static Range range(String from) {
    return new Range(
        Optional.of(from),
        Optional.of("2026-02-01T00:00:00Z"),
        Optional.of("edtech"),
        Optional.empty());
  }

  private static Range sample(long millionths) {
    return new Range(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(millionths));
  }

  static ReplayPlan plan(Range range) {
    return new ReplayPlan(
        "one",
        "2026-11-21T21:00:00Z",
        new ReplayPlan.World(
            "cluster",
            "influx.profiles.raw",
            "topic",
            List.of(new Extent(0, 0, 9), new Extent(1, 3, 10)),
            Optional.empty()),
        new ReplayPlan.Judge("m2@2", HASH),
        range,
        new ReplayPlan.Volume(7, 100, 5, 1, 0, Optional.of(50L), Optional.of("tried")));
  }
}
