package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Replays that are stopped on request, and by kill -9: they go on where they were. */
@WithKafka
@Execution(ExecutionMode.CONCURRENT)
class ReplayStopsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int OBSERVATIONS = 120;

  /** Slow enough to be stopped in the middle, wherever it runs. */
  private static final String A_SECOND = "1";

  @TempDir private Path directory;

  @Test
  void goesOnAfterAPauseAndAfterAKill(TestKafka kafka) throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory)) {
      ReplayIT.observe(pipeline, OBSERVATIONS);
      ReplayIT.scoreAll(pipeline);
      pipeline.json(ExitCode.OK, ReplayIT.plan("slow", "m2@2"));

      try (TestingInflux apply =
          pipeline.process("replay", "apply", "slow.json", "--rate", A_SECOND)) {
        awaitMoreThan(pipeline, apply, 0);
        ReplayIT.run(pipeline, ExitCode.OK, "replay", "pause", "slow");
        ReplayIT.run(pipeline, ExitCode.CHECK_FAILED, "replay", "wait", "slow", "--for", "1m");
        assertThat(apply.exitCode()).as(apply.err()).isEqualTo(ExitCode.INTERRUPTED.code());
        assertThat(apply.err()).contains("slow is paused", "influx replay resume slow");
      }
      JsonNode paused = status(pipeline);
      assertThat(paused.get("state").textValue()).isEqualTo("paused");
      long read = paused.get("read").asLong();
      assertThat(read).isBetween(1L, OBSERVATIONS - 1L);
      ReplayIT.run(pipeline, ExitCode.FAILURE, "replay", "pause", "slow");
      ReplayIT.run(pipeline, ExitCode.FAILURE, "replay", "diff", "slow");

      try (TestingInflux resume =
          pipeline.process("replay", "resume", "slow", "--rate", A_SECOND)) {
        awaitMoreThan(pipeline, resume, read);
        resume.kill();
      }
      JsonNode killed = status(pipeline);
      assertThat(killed.get("state").textValue()).isEqualTo("running");
      assertThat(killed.get("read").asLong()).isBetween(read + 1, OBSERVATIONS - 1L);

      ReplayIT.run(pipeline, ExitCode.OK, "replay", "resume", "slow");

      for (String side : new String[] {"profiles.accepted", "profiles.rejected"}) {
        assertThat(ReplayIT.results(pipeline, "replay.slow." + side))
            .isNotEmpty()
            .isEqualTo(ReplayIT.results(pipeline, side));
      }
      assertThat(pipeline.json(ExitCode.OK, "replay", "log", "slow"))
          .extracting(event -> event.get("action").textValue())
          .containsExactly(
              "applied", "running", "pausing", "paused", "running", "running", "complete");
    }
  }

  private static void awaitMoreThan(TestingPipeline pipeline, TestingInflux process, long read) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(process.alive() && status(pipeline).get("read").asLong() <= read)
                    .as("%s %s", status(pipeline), process.err())
                    .isFalse());
    assertThat(process.alive()).as(process.err()).isTrue();
  }

  /** There is none before the plan is begun. */
  private static JsonNode status(TestingPipeline pipeline) throws IOException {
    JsonNode known = pipeline.json(ExitCode.OK, "replay", "list");
    return known.isEmpty()
        ? JsonNodeFactory.instance.objectNode().put("read", 0)
        : pipeline.json(ExitCode.OK, "replay", "status", "slow");
  }
}
