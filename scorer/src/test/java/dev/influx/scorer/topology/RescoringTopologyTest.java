package dev.influx.scorer.topology;

import static dev.influx.scorer.Authors.NOON;
import static dev.influx.scorer.topology.TestingPolicies.STRICT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.embedded.EmbeddedRegistry;
import dev.influx.embedded.RegistrySettings;
import dev.influx.schemas.AuthorState;
import dev.influx.schemas.ScorerStanding;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.Authors;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of known authors when another policy comes into force. */
class RescoringTopologyTest {
  private static final Topics TOPICS = new Topics("t.");
  private static final int AUTHORS = 10;
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration TURN = Duration.ofMillis(5);
  private static final Turns.Pace THREE_AT_A_TIME =
      new Turns.Pace(Duration.ofMinutes(1), Duration.ofMinutes(1), 3);

  private static EmbeddedRegistry server;
  private static Registry registry;

  private final TestingPolicies policies = new TestingPolicies("m0");

  @TempDir Path directory;

  @BeforeAll
  static void startRegistry(@TempDir Path schemas) {
    server = EmbeddedRegistry.start(new RegistrySettings(schemas, 0));
    registry = Registry.at(server.uri().toString(), Map.of());
  }

  @AfterAll
  static void stopRegistry() throws Exception {
    registry.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyAuthorIsJudgedAgainInSlices(StoreKind stores) {
    try (TestingPipe pipe = pipe("one", stores)) {
      introduce(pipe);
      assertThat(TestingPipe.compacted(pipe.accepted)).hasSize(AUTHORS);

      policies.activate(STRICT);
      pipe.pass(LOOK);
      assertThat(by(pipe)).isEqualTo(Map.of("m0", 10L));
      pipe.pass(TURN);
      assertThat(by(pipe)).isEqualTo(Map.of("m0", 7L, STRICT, 3L));
      assertThat(pipe.standing().orElseThrow().getFinished()).isFalse();
      pass(pipe, 4);

      assertThat(by(pipe)).isEqualTo(Map.of(STRICT, 10L));
      assertThat(pipe.accepted.readKeyValuesToList())
          .hasSize(AUTHORS)
          .allMatch(record -> record.value == null);
      assertThat(TestingPipe.compacted(pipe.rejected)).hasSize(AUTHORS);
      ScorerStanding end = pipe.standing().orElseThrow();
      assertThat(end.getFinished()).isTrue();
      assertThat(end.getPolicy().getId()).isEqualTo(STRICT);
      assertThat(end.getInstance()).isEqualTo("one");
      assertThat(List.of(end.getWalked(), end.getAuthors())).containsExactly(10L, 10L);
    }
  }

  @Test
  void whoIsSeenMeanwhileIsJudgedByTheNewPolicyAtOnceAndNotAgain() {
    try (TestingPipe pipe = pipe("one", StoreKind.HASH)) {
      introduce(pipe);
      policies.activate(STRICT);
      pipe.pass(LOOK);
      pipe.rejected.readKeyValuesToList();
      pipe.deliver(Authors.seen("7", NOON.plusSeconds(5), 60_000L, 1L));
      pipe.deliver(Authors.seen("11", NOON.plusSeconds(5), 60_000L, 1L));
      assertThat(by(pipe)).isEqualTo(Map.of("m0", 9L, STRICT, 2L));
      pass(pipe, 5);

      assertThat(pipe.rejected.readKeyValuesToList())
          .extracting(record -> record.key)
          .doesNotHaveDuplicates()
          .hasSize(11);
    }
  }

  /** A broker refuses records that are far ahead of its clock, and that would stop the scorer. */
  @Test
  void whoWasSeenInTheFutureIsWrittenAsOfNow() {
    Instant future = Instant.parse("2999-01-01T00:00:00Z");
    try (TestingPipe pipe = pipe("one", StoreKind.HASH)) {
      pipe.deliver(Authors.seen("1", future, 60_000L, 1L));
      policies.activate(STRICT);
      pipe.pass(LOOK);
      pass(pipe, 2);

      assertThat(pipe.accepted.readRecordsToList())
          .hasSize(2)
          .allMatch(record -> record.getRecordTime().isBefore(future));
      assertThat(pipe.rejected.readRecordsToList())
          .hasSize(1)
          .allMatch(record -> record.getRecordTime().isBefore(future));
    }
  }

  @Test
  void nothingIsWrittenWhereNothingChanges() {
    try (TestingPipe pipe = pipe("one", StoreKind.HASH)) {
      introduce(pipe);
      pass(pipe, 10);
      pipe.pass(LOOK);
      pipe.accepted.readKeyValuesToList();
      policies.activate("m0");
      pipe.pass(LOOK);
      pass(pipe, 10);

      assertThat(pipe.accepted.isEmpty() && pipe.rejected.isEmpty()).isTrue();
    }
  }

  @Test
  void resultsAreThoseOfAScorerThatNeverKnewAnother() {
    try (TestingPipe moved = pipe("moved", StoreKind.HASH);
        TestingPipe fresh = pipe("fresh", StoreKind.HASH, new TestingPolicies("m2@2"))) {
      introduce(moved);
      introduce(fresh);
      policies.activate("m2@2");
      moved.pass(LOOK);
      pass(moved, 5);

      assertThat(last(moved.accepted.readRecordsToList()))
          .isEqualTo(last(fresh.accepted.readRecordsToList()));
      assertThat(last(moved.rejected.readRecordsToList()))
          .isEqualTo(last(fresh.rejected.readRecordsToList()));
      assertThat(moved.states()).isEqualTo(fresh.states());
    }
  }

  @Test
  void aPolicyThatIsTakenBackHalfWayLeavesNothingBehind() {
    try (TestingPipe pipe = pipe("one", StoreKind.HASH)) {
      introduce(pipe);
      policies.activate(STRICT);
      pipe.pass(LOOK);
      pipe.pass(TURN);
      policies.activate("m0");
      pass(pipe, 6);

      assertThat(by(pipe)).isEqualTo(Map.of("m0", 10L));
      assertThat(TestingPipe.compacted(pipe.accepted)).hasSize(AUTHORS);
      assertThat(TestingPipe.compacted(pipe.rejected)).isEmpty();
      assertThat(pipe.standing().orElseThrow().getFinished()).isTrue();
    }
  }

  @Test
  void whoeverTakesOverGoesOn() {
    Map<String, Map<Bytes, byte[]>> left;
    try (TestingPipe first = pipe("one", StoreKind.HASH)) {
      introduce(first);
      policies.activate(STRICT);
      first.pass(LOOK);
      first.pass(TURN);
      left = first.stored();
    }
    try (TestingPipe second = pipe("two", StoreKind.HASH)) {
      second.restore(left);
      second.pass(LOOK);
      pass(second, 5);

      assertThat(by(second)).isEqualTo(Map.of(STRICT, 10L));
      assertThat(second.rejected.readKeyValuesToList()).as("not those who were done").hasSize(7);
    }
  }

  @Test
  void statesOfEarlierReleasesAreLookedThroughOnce() {
    try (TestingPipe pipe = pipe("one", StoreKind.HASH)) {
      introduce(pipe);
      pipe.accepted.readKeyValuesToList();
      byte[] hash = policies.now().policy().getSha256().bytes();
      Map<Bytes, byte[]> noted = pipe.stored().get(ScorerTopology.PROGRESS);
      pipe.restore(Map.of(ScorerTopology.PROGRESS, Map.of(noted.keySet().iterator().next(), hash)));
      assertThat(pipe.standing()).isEmpty();
      pipe.pass(LOOK);
      pass(pipe, 5);

      assertThat(pipe.standing().orElseThrow().getFinished()).isTrue();
      assertThat(pipe.accepted.isEmpty()).isTrue();
    }
  }

  @Test
  void whoIsForgottenIsPassedOver() {
    try (TestingPipe pipe = pipe("one", StoreKind.HASH)) {
      introduce(pipe);
      pipe.deliver(Authors.forgotten("4", NOON.plusSeconds(9)));
      pipe.accepted.readKeyValuesToList();
      pipe.rejected.readKeyValuesToList();
      policies.activate(STRICT);
      pipe.pass(LOOK);
      pass(pipe, 5);

      assertThat(pipe.rejected.readKeyValuesToList())
          .extracting(record -> record.key)
          .hasSize(9)
          .doesNotContain("4");
      assertThat(pipe.standing().orElseThrow().getFinished()).isTrue();
    }
  }

  @Test
  void anAuthorWhoCannotBeReadKeepsNobodyFromBeingJudged() {
    try (TestingPipe pipe = pipe("one", StoreKind.HASH)) {
      introduce(pipe);
      Bytes torn = Bytes.wrap("5".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      pipe.restore(Map.of(ScorerTopology.AUTHORS, Map.of(torn, new byte[] {99})));
      policies.activate(STRICT);
      pipe.pass(LOOK);
      pass(pipe, 5);

      assertThat(pipe.meters.get("influx.rescored").tag("outcome", "failed").counter().count())
          .isEqualTo(1);
      assertThat(TestingPipe.compacted(pipe.rejected)).hasSize(9).doesNotContainKey("5");
      assertThat(pipe.standing().orElseThrow().getFinished()).isTrue();
    }
  }

  @Test
  void howFarEverybodyIsJudgedIsShownWhileThereIsSomebodyToShowIt() {
    SimpleMeterRegistry meters;
    try (TestingPipe pipe = pipe("one", StoreKind.HASH)) {
      meters = pipe.meters;
      assertThat(meters.find("influx.rescore.progress.ratio").gauges()).isEmpty();
      introduce(pipe);
      pipe.pass(LOOK);
      pass(pipe, 5);
      pipe.pass(LOOK);
      assertThat(gauge(meters, "influx.rescore.progress.ratio")).isEqualTo(1);

      policies.activate(STRICT);
      pipe.pass(LOOK);
      assertThat(gauge(meters, "influx.rescore.progress.ratio")).isZero();
      pass(pipe, 5);
      pipe.pass(LOOK);
      assertThat(gauge(meters, "influx.rescore.progress.ratio")).isEqualTo(1);
      assertThat(gauge(meters, "influx.instances.policy.mismatch")).isZero();
    }
    assertThat(meters.find("influx.rescore.progress.ratio").gauges()).isEmpty();
    assertThat(meters.find("influx.instances.policy.mismatch").gauges()).isEmpty();
  }

  private static double gauge(SimpleMeterRegistry meters, String name) {
    return meters.get(name).gauge().value();
  }

  @Test
  void whoCannotReadTheActivePolicySaysSo() {
    try (TestingPipe pipe = pipe("one", StoreKind.HASH)) {
      introduce(pipe);
      pass(pipe, 5);
      policies.refuse("m9 is active; it cannot be read");
      pipe.pass(LOOK);

      ScorerStanding standing = pipe.standing().orElseThrow();
      assertThat(standing.getObstacle()).contains("m9");
      assertThat(gauge(pipe.meters, "influx.instances.policy.mismatch")).isEqualTo(1);
      assertThat(standing.getPolicy().getId()).isEqualTo("m0");
      assertThat(standing.getFinished()).isTrue();
    }
  }

  private void introduce(TestingPipe pipe) {
    for (int id = 1; id <= AUTHORS; id++) {
      pipe.deliver(Authors.seen(Integer.toString(id), NOON, 60_000L, 100L + id));
    }
    pipe.pass(LOOK);
    pass(pipe, 5);
  }

  private static void pass(TestingPipe pipe, int turns) {
    for (int turn = 0; turn < turns; turn++) {
      pipe.pass(TURN);
    }
  }

  /** How many states each policy has judged. */
  private static Map<String, Long> by(TestingPipe pipe) {
    return pipe.states().values().stream()
        .map(AuthorState::getPolicy)
        .collect(Collectors.groupingBy(policy -> policy.getId(), Collectors.counting()));
  }

  private static <T> Map<String, TestRecord<String, T>> last(
      Collection<TestRecord<String, T>> records) {
    return records.stream()
        .collect(Collectors.toMap(TestRecord::key, record -> record, (one, other) -> other));
  }

  private TestingPipe pipe(String name, StoreKind stores) {
    return pipe(name, stores, policies);
  }

  private TestingPipe pipe(String name, StoreKind stores, TestingPolicies inForce) {
    Turns turns = new Turns(THREE_AT_A_TIME, () -> 0L);
    ScorerTopology topology = new ScorerTopology(TOPICS, inForce, stores, id -> false, turns);
    return new TestingPipe(registry, TOPICS, directory.resolve(name), stores, topology);
  }
}
