package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.HarvestProgress;
import dev.influx.harvester.HarvestProgress.Batches;
import dev.influx.harvester.HarvestProgress.Spent;
import dev.influx.harvester.budget.Money;
import dev.influx.harvester.plan.Ending;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far a run over a list has come, for people and for programs. */
class HarvestProgressLineTest {
  private final StringWriter out = new StringWriter();
  private long now = 7;

  @Test
  void isABarOnATerminal() {
    HarvestProgressLine line = line(true);
    line.show(progress(0, Optional.empty()));
    assertThat(out.toString()).as("nothing at once").isEmpty();

    pass(Duration.ofSeconds(10));
    line.show(progress(250, Optional.of(Instant.parse("2026-03-03T10:15:00Z"))));
    line.clear();

    assertThat(out.toString())
        .isEqualTo(
            "\r\u001b[K[#####...............] 25 % · 250 of 1,000 · 250 found · 3 requests · $2.50"
                + " · 30 s left · waits for X until 2026-03-03T10:15:00Z\r\u001b[K");
  }

  @Test
  void isAnObjectALineElsewhere() {
    HarvestProgressLine line = line(false);
    line.show(progress(0, Optional.empty()));
    pass(Duration.ofSeconds(3));
    line.show(progress(600, Optional.empty()));
    line.show(progress(700, Optional.empty()));
    line.clear();

    assertThat(out.toString())
        .as("one in five seconds")
        .isEqualTo(
            "{\"requested\":1000,\"done\":600,\"found\":600,\"requests\":3,\"reads\":600,"
                + "\"seconds_left\":2}\n");
  }

  @Test
  void doesNotTakeWhatAnEarlierPartOfTheRunDidForItsOwnPace() {
    HarvestProgressLine line = line(false);
    line.show(progress(900, Optional.empty()));
    pass(Duration.ofSeconds(10));
    line.show(progress(950, Optional.empty()));

    assertThat(out.toString()).contains("\"seconds_left\":10");
  }

  private HarvestProgressLine line(boolean terminal) {
    return new HarvestProgressLine(new PrintWriter(out, true), terminal, () -> now);
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private static HarvestProgress progress(int found, Optional<Instant> waiting) {
    return new HarvestProgress(
        1,
        0,
        1_000,
        Map.of(Ending.FOUND, found),
        0,
        new Batches(3, 0),
        new Spent(found, new Money(found * 10_000L)),
        3,
        waiting);
  }
}
