package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.ScoredProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Replays of some time, and of some authors. */
@WithKafka
@Execution(ExecutionMode.CONCURRENT)
class ReplayRangesIT {
  private static final Instant FIRST = TestingObservations.author(0, 0).getFetchedAt();

  @TempDir private Path directory;

  @Test
  void judgesWhatWasSeenInATimeAndAuthorsOfADomainWhole(TestKafka kafka) throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory)) {
      RawProfile then = of("edtech", TestingObservations.author(0, 3));
      RawProfile atTheEnd = TestingObservations.author(2, 5);
      RawProfile elsewhere = of("fintech", TestingObservations.author(4, 4));
      pipeline.observeAll(
          of("fintech", TestingObservations.author(0, 0)),
          then,
          TestingObservations.author(0, 9),
          TestingObservations.author(2, 1),
          atTheEnd,
          elsewhere,
          TestingObservations.author(1, 0));
      ReplayIT.scoreAll(pipeline);

      JsonNode time = plan(pipeline, "time", "--from", day(2), "--until", day(5));
      assertThat(time.at("/plan/volume/records").asLong()).isEqualTo(2);
      ReplayIT.run(pipeline, ExitCode.OK, "replay", "apply", "time.json");
      assertThat(seen(pipeline, "time"))
          .isEqualTo(Map.of(then.getId(), day(3), elsewhere.getId(), day(4)));

      JsonNode domain = plan(pipeline, "domain", "--domain", "edtech");
      assertThat(domain.at("/plan/volume/records").asLong()).isEqualTo(3);
      ReplayIT.run(pipeline, ExitCode.OK, "replay", "apply", "domain.json");
      Map<String, List<Byte>> live = ReplayIT.results(pipeline, "profiles.accepted");
      assertThat(ReplayIT.results(pipeline, "replay.domain.profiles.accepted"))
          .isEqualTo(Map.of(then.getId(), live.get(then.getId())));
      assertThat(ReplayIT.results(pipeline, "replay.domain.profiles.rejected")).isEmpty();

      JsonNode diff = pipeline.json(ExitCode.OK, "replay", "diff", "domain");
      assertThat(diff.get("compared").asInt()).isEqualTo(1);
      assertThat(diff.get("mismatch").asInt()).isZero();
      TestingShell promote = pipeline.shell();
      assertThat(promote.run("replay", "promote", "domain", "--yes")).isEqualTo(ExitCode.FAILURE);
      assertThat(promote.errLines()).anyMatch(line -> line.contains("proves nothing of the rest"));
    }
  }

  private static JsonNode plan(TestingPipeline pipeline, String name, String... range)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(ReplayIT.plan(name, "m2@2")));
    command.addAll(List.of(range));
    return pipeline.json(ExitCode.OK, command.toArray(String[]::new));
  }

  private static RawProfile of(String domain, RawProfile seen) {
    return RawProfile.newBuilder(seen).setDomain(domain).build();
  }

  private static String day(int day) {
    return FIRST.plusSeconds(day * 86_400L).toString();
  }

  /** When the authors of a replay were seen last, as far as it knows. */
  private static Map<String, String> seen(TestingPipeline pipeline, String replay) {
    Map<String, String> seen = new TreeMap<>();
    String topic = pipeline.installation.topics().shadow(replay).accepted();
    var authors = pipeline.registry.deserializer(ScoredProfile.class);
    pipeline
        .records(topic)
        .forEach(
            record ->
                seen.put(
                    record.key(),
                    authors.deserialize(topic, record.value()).getObservedAt().toString()));
    return seen;
  }
}
