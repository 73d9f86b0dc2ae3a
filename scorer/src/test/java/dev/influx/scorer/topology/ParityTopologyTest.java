package dev.influx.scorer.topology;

import static dev.influx.scorer.topology.TestingPolicies.STRICT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.embedded.EmbeddedRegistry;
import dev.influx.embedded.RegistrySettings;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.ScorerStanding;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.Authors;
import dev.influx.scorer.Lookalikes;
import dev.influx.scorer.policies.PolicyInForce;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestOutputTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever an installation has been through, its live results are those of a replay from the start
 * under the policy that is in force, and those of a calculation without any topology.
 */
class ParityTopologyTest {
  private static final int SEEDS = 200;
  private static final Topics TOPICS = new Topics("t.");
  private static final List<String> POLICIES = List.of("m0", "m2@1", "m2@2", STRICT);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration TURN = Duration.ofMillis(5);
  private static final Turns.Pace TWO_AT_A_TIME =
      new Turns.Pace(Duration.ofMinutes(1), Duration.ofMinutes(1), 2);

  private static EmbeddedRegistry server;
  private static Registry registry;

  @TempDir private Path directory;

  @BeforeAll
  static void startRegistry(@TempDir Path schemas) {
    server = EmbeddedRegistry.start(new RegistrySettings(schemas, 0));
    registry = Registry.at(server.uri().toString(), Map.of());
  }

  @AfterAll
  static void stopRegistry() throws IOException {
    registry.close();
    server.close();
  }

  @Test
  void liveIsReplayIsCalculation() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Random random = new Random(seed);
      List<RawProfile> dump = dump(random);
      String policy = POLICIES.get(random.nextInt(POLICIES.size()));

      Results live = live(dump, policy, random, "live-" + seed);
      Results replay = replay(dump, policy, "replay-" + seed);

      assertThat(replay).as("seed %d: a replay under %s", seed, policy).isEqualTo(live);
      assertThat(calculated(dump, policy))
          .as("seed %d: a calculation under %s", seed, policy)
          .isEqualTo(live);
    }
  }

  @Test
  void aResultOfAnotherPolicyWouldBeNoticed() {
    List<RawProfile> dump = List.of(Authors.seen("1", Authors.NOON, 60_000L, 1L));

    assertThat(calculated(dump, "m0")).isNotEqualTo(calculated(dump, "m2@2"));
    assertThat(calculated(dump, "m0")).isNotEqualTo(calculated(dump, STRICT));
  }

  /** What each topic holds of each author. */
  private record Results(
      Map<String, SpecificRecord> accepted, Map<String, SpecificRecord> rejected) {
    Results() {
      this(new TreeMap<>(), new TreeMap<>());
    }

    void takeFrom(TestingPipe pipe) {
      take(pipe.accepted, accepted);
      take(pipe.rejected, rejected);
    }

    private static <T extends SpecificRecord> void take(
        TestOutputTopic<String, T> topic, Map<String, SpecificRecord> live) {
      for (KeyValue<String, T> record : topic.readKeyValuesToList()) {
        if (record.value == null) {
          live.remove(record.key);
        } else {
          live.put(record.key, record.value);
        }
      }
    }
  }

  private static List<RawProfile> dump(Random random) {
    List<RawProfile> dump = new Lookalikes(random).observations(30);
    for (int i = random.nextInt(3); i > 0; i--) {
      dump.add(dump.get(random.nextInt(dump.size())));
    }
    if (random.nextInt(3) == 0) {
      String id = dump.get(random.nextInt(dump.size())).getId();
      dump.add(random.nextInt(dump.size()), Authors.forgotten(id, Authors.NOON.plusSeconds(9)));
    }
    return dump;
  }

  private Results live(List<RawProfile> dump, String last, Random random, String name) {
    TestingPolicies policies = new TestingPolicies(POLICIES.get(random.nextInt(POLICIES.size())));
    Results results = new Results();
    TestingPipe pipe = pipe(name, policies);
    try {
      for (int i = 0; i < dump.size(); i++) {
        pipe.deliver(dump.get(i));
        if (random.nextInt(6) == 0) {
          policies.activate(POLICIES.get(random.nextInt(POLICIES.size())));
          pipe.pass(LOOK);
        }
        if (random.nextInt(3) == 0) {
          pipe.pass(TURN);
        }
        if (random.nextInt(20) == 0) {
          pipe = restarted(pipe, results, name + "-" + i, policies, i + 1);
        }
      }
      policies.activate(last);
      settle(pipe);
      results.takeFrom(pipe);
      return results;
    } finally {
      pipe.close();
    }
  }

  /** As another instance takes over: with what was committed, wherever a walk was. */
  private TestingPipe restarted(
      TestingPipe before, Results results, String name, TestingPolicies policies, int delivered) {
    results.takeFrom(before);
    Map<String, Map<Bytes, byte[]>> stored = before.stored();
    before.close();
    TestingPipe after = pipe(name, policies);
    for (int offset = 0; offset < delivered; offset++) {
      // Without a key it says nothing, but it takes the place of what was there.
      after.raw.pipeInput(null, new byte[0]);
    }
    after.restore(stored);
    return after;
  }

  private static void settle(TestingPipe pipe) {
    pipe.pass(LOOK);
    for (int turn = 0; turn < 20 && !isSettled(pipe); turn++) {
      pipe.pass(TURN);
    }
    assertThat(isSettled(pipe)).isTrue();
  }

  private static boolean isSettled(TestingPipe pipe) {
    return pipe.standing().map(ScorerStanding::getFinished).orElse(false);
  }

  private Results replay(List<RawProfile> dump, String policy, String name) {
    Results results = new Results();
    try (TestingPipe pipe = pipe(name, PolicyInForce.always(TestingPolicies.evaluator(policy)))) {
      dump.forEach(pipe::deliver);
      results.takeFrom(pipe);
    }
    return results;
  }

  private TestingPipe pipe(String name, PolicyInForce policies) {
    Turns turns = new Turns(TWO_AT_A_TIME, () -> 0L);
    ScorerTopology topology =
        new ScorerTopology(TOPICS, policies, StoreKind.HASH, id -> false, turns);
    return new TestingPipe(registry, TOPICS, directory.resolve(name), StoreKind.HASH, topology);
  }

  private static Results calculated(List<RawProfile> dump, String policy) {
    Calculation calculation = new Calculation();
    for (int offset = 0; offset < dump.size(); offset++) {
      calculation.observe(dump.get(offset), new Lineage(TOPICS.raw(), 0, (long) offset));
    }
    Results results = new Results();
    calculation
        .under(TestingPolicies.evaluator(policy))
        .forEach(
            (id, judgement) ->
                (judgement.accepted() ? results.accepted : results.rejected)
                    .put(id, judgement.fold(scored -> scored, rejected -> rejected)));
    return results;
  }
}
