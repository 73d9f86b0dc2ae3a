package dev.influx.harvester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.harvester.TestingApi.Reaction;
import dev.influx.harvester.api.Answer;
import dev.influx.harvester.api.ApiSettings;
import dev.influx.harvester.api.UnableToAskException;
import dev.influx.harvester.plan.Ending;
import dev.influx.lists.seeds.Seed;
import dev.influx.runtime.Health;
import dev.influx.runtime.Secret;
import dev.influx.schemas.Availability;
import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.Outcome;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.SourceKind;
import dev.influx.simulator.Simulator;
import dev.influx.simulator.SimulatorSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The harvester when X answers badly, or not what was hoped for. */
@WithKafka
@Timeout(120)
final class HarvesterFaultsIT {
  private static final String JSON = "application/json; charset=utf-8";

  private Harvesting harvesting;

  @BeforeEach
  void applyTopics(TestKafka kafka) {
    harvesting =
        new Harvesting(
            TestingTopics.apply(
                kafka.bootstrapServers(), kafka.registryUrl(), kafka.uniquePrefix()));
  }

  @AfterEach
  void letGo() {
    harvesting.close();
  }

  @Test
  void stopsAtAWrongTokenAndNeverShowsIt() throws InterruptedException {
    Secret wrong = Secret.of("AAAAcanary%2Fwrong%3D");
    try (TestingLog log = TestingLog.watchFor("canary");
        Simulator simulator = Simulator.start(SimulatorSettings.defaults().withAuthors(500))) {
      ApiSettings api = ApiSettings.of(simulator.uri(), wrong, "the variable INFLUX_API_TOKEN");
      HarvesterSettings settings = HarvesterSettings.of(api, SourceKind.SIMULATOR);
      try (RunningHarvester harvester = harvesting.start(settings, Harvesting.seedsOf(simulator))) {
        assertThatExceptionOfType(UnableToAskException.class)
            .isThrownBy(() -> harvester.awaitRound(1))
            .satisfies(HarvesterFaultsIT::explainsTheToken);
        assertThat(harvester.health().state()).isEqualTo(Health.State.FAILED);
        assertThat(harvester.health().reason() + harvester.progress()).doesNotContain("canary");
      }
      assertThat(simulator.journal()).as("asked once, and no more").hasSize(1);
      assertThat(log.leaks()).isEmpty();
      assertThat(log.lines()).isPositive();
    }
    assertThat(harvesting.topics().raw()).isEmpty();
  }

  private static void explainsTheToken(UnableToAskException e) {
    assertThat(e.kind()).isEqualTo(Answer.Stop.Kind.AUTH);
    assertThat(e.why()).contains("401");
    assertThat(e.remedy()).contains("the variable INFLUX_API_TOKEN", "developer.x.com");
    assertThat(e.what() + e.why() + e.remedy() + e).doesNotContain("canary");
  }

  @Test
  void getsThroughFaultyAnswers() throws InterruptedException {
    List<Reaction> faults =
        List.of(
            TestingApi.answer(503, "text/html", "<html>Service Unavailable</html>"),
            TestingApi.cutShort("{\"data\":[{\"id\":", 500),
            TestingApi.answer(200, JSON, "{\"data\":[{\"id\":\"1\","),
            TestingApi.answer(200, JSON, ""),
            TestingApi.reset(),
            TestingApi.answer(403, "text/html", "<html>Just a moment...</html>"));
    String[] handles = {"ada", "bob", "cid", "dan", "eve", "flo"};
    try (TestingApi api =
        TestingApi.start(
            request ->
                request.number() <= faults.size()
                    ? faults.get(request.number() - 1)
                    : users(request.keys()))) {
      HarvestProgress progress =
          harvesting.once(Harvesting.settings(api).withBatchSize(1), Harvesting.seeds(handles));

      assertThat(progress.count(Ending.FOUND)).isEqualTo(handles.length);
      assertThat(harvesting.topics().raw())
          .extracting(record -> record.value().getProfile().getHandle())
          .containsExactlyInAnyOrder(handles);
      assertThat(harvesting.requests("transient")).isEqualTo(faults.size());
      assertThat(api.requests()).hasSize(faults.size() + handles.length);
    }
  }

  @Test
  void takesOutTheHandleThatSpoilsABatch() throws InterruptedException {
    try (TestingApi api =
        TestingApi.start(
            request ->
                request.keys().contains("Bad_One") ? refusal("Bad_One") : users(request.keys()))) {
      HarvestProgress progress =
          harvesting.once(Harvesting.settings(api), Harvesting.seeds("cid", "Bad_One", "dan"));

      assertThat(progress.count(Ending.FOUND)).isEqualTo(2);
      assertThat(harvesting.topics().outcomes().get("bad_one").getOutcome())
          .isEqualTo(Outcome.INVALID);
      assertThat(api.requests()).hasSize(2);
    }
  }

  @Test
  void withdrawsAnOutcomeOfAnEarlierRunWhenTheAuthorIsFound() throws InterruptedException {
    List<Seed> seeds = Harvesting.seeds("Late_Comer");
    try (TestingApi empty = TestingApi.start(request -> notFound("Late_Comer"))) {
      assertThat(harvesting.once(Harvesting.settings(empty), seeds).count(Ending.NOT_FOUND))
          .isEqualTo(1);
    }
    assertThat(harvesting.topics().outcomes())
        .containsOnlyKeys("late_comer")
        .extractingByKey("late_comer")
        .extracting(HarvestOutcome::getHandle, HarvestOutcome::getOutcome)
        .containsExactly("Late_Comer", Outcome.NOT_FOUND);

    try (TestingApi full = TestingApi.start(request -> users(request.keys()))) {
      assertThat(harvesting.once(Harvesting.settings(full), seeds).count(Ending.FOUND))
          .isEqualTo(1);
    }
    assertThat(harvesting.topics().outcomes()).isEmpty();
    assertThat(harvesting.topics().raw()).hasSize(1);
  }

  @Test
  void observesThatAKnownAuthorIsGone() throws InterruptedException {
    try (TestingApi api =
            TestingApi.start(
                request ->
                    request.target().startsWith("/2/users/by")
                        ? users(request.keys())
                        : suspended(request.keys().get(0)));
        RunningHarvester harvester =
            harvesting.start(
                Harvesting.settings(api).withRefresh(Duration.ofMillis(200)),
                Harvesting.seeds("ada"))) {
      assertThat(harvester.awaitRound(2).count(Ending.SUSPENDED)).isEqualTo(1);
      harvester.close();

      RawProfile seen = harvesting.topics().raw().get(0).value();
      RawProfile gone = harvesting.topics().raw().get(1).value();
      assertThat(gone.getId()).isEqualTo(seen.getId());
      assertThat(gone.getAvailability()).isEqualTo(Availability.SUSPENDED);
      assertThat(gone.getHandle()).isEqualTo("ada");
      assertThat(gone.getProfile()).isNull();
      assertThat(harvesting.topics().outcomes().get("ada").getId()).isEqualTo(seen.getId());
    }
  }

  private static Reaction users(List<String> handles) {
    return TestingApi.answer(
        200,
        JSON,
        handles.stream()
            .map(
                handle ->
                    "{\"id\":\"%d\",\"username\":\"%s\",\"public_metrics\":{\"followers_count\":1}}"
                        .formatted(handle.hashCode() & 0x7FFFFFFF, handle))
            .collect(Collectors.joining(",", "{\"data\":[", "]}")));
  }

  private static Reaction notFound(String handle) {
    return problem(handle, "Could not find user with usernames", "usernames", "Not Found Error");
  }

  private static Reaction suspended(String id) {
    return problem(id, "User has been suspended", "ids", "Forbidden");
  }

  private static Reaction problem(String key, String detail, String parameter, String title) {
    return TestingApi.answer(
        200,
        JSON,
        """
        {"errors":[{"value":"%s","detail":"%s: [%s].","parameter":"%s","title":"%s",
        "resource_type":"user","type":"https://api.twitter.com/2/problems/resource-not-found"}]}"""
            .formatted(key, detail, key, parameter, title));
  }

  private static Reaction refusal(String handle) {
    return TestingApi.answer(
        400,
        JSON,
        """
        {"errors":[{"parameters":{"usernames":["%s"]},"message":"does not match"}],
        "title":"Invalid Request","type":"https://api.twitter.com/2/problems/invalid-request"}"""
            .formatted(handle));
  }
}
