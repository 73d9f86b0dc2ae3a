package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.scorer.topology.Scorer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Promotions that come to no good end, or have authors in them who must not come back. */
@WithKafka
@Execution(ExecutionMode.CONCURRENT)
class ReplayPromotionIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path directory;

  @Test
  void saysWhoDiffersAndLeavesEverythingToLookAt(TestKafka kafka) throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory)) {
      complete(pipeline, 8);
      Set<String> topics = ReplayIT.topics(kafka, pipeline);
      String lost = lose(pipeline);

      try (Scorer scorer = pipeline.scorer()) {
        TestingShell shell = pipeline.shell();
        assertThat(shell.run("replay", "promote", "next", "--yes", "--wait", "1m"))
            .as("%s %s", shell.outLines(), shell.errLines())
            .isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(shell.outLines())
            .containsExactly(
                "3 ids are the same, 1 differ, 0 were seen too often to tell", "  " + lost);
        assertThat(shell.errLines()).anyMatch(line -> line.contains("influx replay rollback next"));
        assertThat(scorer.authors()).hasValue(4);
      }
      assertThat(ReplayIT.topics(kafka, pipeline)).isEqualTo(topics);
      JsonNode status = pipeline.json(ExitCode.OK, "replay", "status", "next");
      assertThat(status.get("state").textValue()).isEqualTo("complete");
      assertThat(status.get("detail").textValue()).contains("1 of 4 ids differ");
      assertThat(active(pipeline)).isEqualTo("m2@1");

      ReplayIT.run(pipeline, ExitCode.OK, "replay", "rollback", "next");
      assertThat(active(pipeline)).isEqualTo("m2@2");
      ReplayIT.run(pipeline, ExitCode.OK, "replay", "abort", "next", "--yes");
      awaitNothingLeft(kafka, pipeline);
    }
  }

  @Test
  void thatIsKilledCanBeAbortedAndTakenBack(TestKafka kafka) throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory)) {
      complete(pipeline, 4);
      // No scorer runs: it waits for one.
      try (TestingInflux promote = pipeline.process("replay", "promote", "next", "--yes")) {
        await()
            .atMost(PATIENCE)
            .until(() -> !promote.alive() || promote.err().contains("waiting until"));
        assertThat(promote.alive()).as(promote.err()).isTrue();
        promote.kill();
      }
      assertThat(active(pipeline)).isEqualTo("m2@1");

      TestingShell abort = pipeline.shell();
      assertThat(abort.run("replay", "abort", "next", "--yes")).isEqualTo(ExitCode.OK);
      assertThat(abort.errLines()).anyMatch(line -> line.contains("m2@1 stays active"));
      awaitNothingLeft(kafka, pipeline);

      ReplayIT.run(pipeline, ExitCode.OK, "replay", "rollback", "next");
      assertThat(active(pipeline)).isEqualTo("m2@2");
    }
  }

  @Test
  void bringsNobodyBackWhoWasForgotten(TestKafka kafka) throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory)) {
      ReplayIT.observe(pipeline, 8);
      String early = TestingObservations.author(0, 0).getId();
      String late = TestingObservations.author(2, 0).getId();
      try (Scorer scorer = pipeline.scorer()) {
        await().atMost(PATIENCE).until(() -> judged(pipeline, "profiles").size() == 4);
        pipeline.json(ExitCode.OK, ReplayIT.plan("next", "m2@1"));
        forget(pipeline, early);
        ReplayIT.run(pipeline, ExitCode.OK, "replay", "apply", "next.json");
        assertThat(judged(pipeline, "replay.next.profiles")).hasSize(3).doesNotContain(early);

        forget(pipeline, late);
        TestingShell shell = pipeline.shell();
        assertThat(shell.run("replay", "promote", "next", "--yes", "--wait", "1m"))
            .as("%s %s", shell.outLines(), shell.errLines())
            .isEqualTo(ExitCode.OK);
        assertThat(shell.outLines().get(0)).startsWith("2 ids are the same, 0 differ");
        assertThat(judged(pipeline, "profiles")).hasSize(2).doesNotContain(early, late);
        assertThat(scorer.name()).isEqualTo("scorer");
      }
      JsonNode anew = pipeline.json(ExitCode.OK, ReplayIT.plan("anew", "m2@2"));
      assertThat(anew.at("/plan/volume/authors").asLong()).isEqualTo(2);
      assertThat(anew.at("/plan/volume/forgotten").asLong()).isEqualTo(6);
    }
  }

  /** A replay under m2@1 of what is judged by m2@2. */
  private static void complete(TestingPipeline pipeline, int observations) throws Exception {
    ReplayIT.observe(pipeline, observations);
    ReplayIT.scoreAll(pipeline);
    pipeline.json(ExitCode.OK, ReplayIT.plan("next", "m2@1"));
    ReplayIT.run(pipeline, ExitCode.OK, "replay", "apply", "next.json");
  }

  /** Takes an author out of the replay, as if it had never said anything. */
  private static String lose(TestingPipeline pipeline) throws Exception {
    for (String side : new String[] {"accepted", "rejected"}) {
      String topic = "replay.next.profiles." + side;
      for (String id : ReplayIT.results(pipeline, topic).keySet()) {
        pipeline.send(pipeline.installation.topics().prefix() + topic, id, null);
        return id;
      }
    }
    throw new AssertionError("the replay is empty");
  }

  private static void forget(TestingPipeline pipeline, String id) {
    ReplayIT.run(pipeline, ExitCode.OK, "forget", id, "--yes", "--wait", "1m");
  }

  private static Set<String> judged(TestingPipeline pipeline, String topics) throws IOException {
    Set<String> ids = new TreeSet<>(ReplayIT.results(pipeline, topics + ".accepted").keySet());
    ids.addAll(ReplayIT.results(pipeline, topics + ".rejected").keySet());
    return ids;
  }

  private static String active(TestingPipeline pipeline) throws IOException {
    return pipeline.json(ExitCode.OK, "policy", "status").at("/active/id").textValue();
  }

  private static void awaitNothingLeft(TestKafka kafka, TestingPipeline pipeline) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(ReplayIT.topics(kafka, pipeline))
                    .noneMatch(topic -> topic.contains("replay.next")));
  }
}
