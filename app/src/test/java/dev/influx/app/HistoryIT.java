package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.runtime.HealthEndpoint;
import dev.influx.schemas.Availability;
import dev.influx.schemas.RawProfile;
import dev.influx.scorer.topology.Scorer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One author over time, by the command that a person types. */
@WithKafka
class HistoryIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path directory;

  @Test
  void tellsEveryObservationAndWhatEachPolicySaysOfIt(TestKafka kafka) throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory)) {
      RawProfile first = TestingObservations.author(0, 0);
      RawProfile gone =
          RawProfile.newBuilder(TestingObservations.author(0, 9))
              .setProfile(null)
              .setAvailability(Availability.SUSPENDED)
              .setHandle("Elsewhere")
              .build();
      pipeline.observe(
          first,
          TestingObservations.author(2, 0),
          TestingObservations.author(0, 8),
          first,
          TestingObservations.author(0, 3),
          gone);
      ReplayIT.scoreAll(pipeline);

      JsonNode history =
          pipeline.json(
              ExitCode.OK, "history", first.getId(), "--policy", "m2@2", "--policy", "m2@1");

      assertThat(history.get("observations"))
          .extracting(it -> it.get("outcome").textValue())
          .containsExactly("newer", "newer", "stale", "stale", "newer");
      assertThat(history.at("/observations/0/policies/m2@2/accepted").booleanValue()).isTrue();
      assertThat(history.at("/observations/0/policies/m2@1/score").doubleValue())
          .isNotEqualTo(history.at("/observations/0/policies/m2@2/score").doubleValue());
      assertThat(history.at("/observations/4/policies/m2@2/codes/0").textValue())
          .isEqualTo("unavailable_suspended");
      JsonNode recorded = history.get("recorded").get(history.get("recorded").size() - 1);
      assertThat(recorded.get("codes").get(0).textValue()).isEqualTo("unavailable_suspended");
      assertThat(recorded.get("offset")).isEqualTo(history.at("/observations/4/offset"));

      TestingShell shell = pipeline.shell();
      assertThat(shell.run("history", "@elsewhere")).isEqualTo(ExitCode.OK);
      assertThat(shell.outLines().get(0)).startsWith("author " + first.getId() + ", seen as @");
      assertThat(pipeline.shell().run("history", "@nobody")).isEqualTo(ExitCode.FAILURE);
      assertThat(pipeline.shell().run("history", "no body")).isEqualTo(ExitCode.USAGE);
    }
  }

  @Test
  void asksAScorerOnThisMachineAndReadsItsLogOtherwise(TestKafka kafka) throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory)) {
      RawProfile author = TestingObservations.author(0, 0);
      pipeline.observe(author, TestingObservations.author(2, 0));
      ReplayIT.scoreAll(pipeline);
      JsonNode fromLog = pipeline.json(ExitCode.OK, "history", author.getId());
      assertThat(fromLog.get("state_from").textValue()).isEqualTo("log");

      try (Scorer scorer = pipeline.scorer();
          HealthEndpoint endpoint = pipeline.endpoint(scorer)) {
        String port = "http.port=" + endpoint.address().getPort();
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    pipeline
                        .json(ExitCode.OK, "history", author.getId(), "-c", port)
                        .get("state_from")
                        .textValue()
                        .equals("scorer"));
        ObjectNode asked =
            (ObjectNode) pipeline.json(ExitCode.OK, "history", author.getId(), "-c", port);
        assertThat(asked.put("state_from", "log")).isEqualTo(fromLog);
        assertThat(pipeline.shell().run("history", "4711", "-c", port)).isEqualTo(ExitCode.FAILURE);
      }
    }
  }
}
