package dev.influx.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.embedded.EmbeddedRegistry;
import dev.influx.embedded.RegistrySettings;
import dev.influx.schemas.AuthorState;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.Authors;
import dev.influx.scorer.Lookalikes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestOutputTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever policies were in force in between, whoever had the partition and whenever it ended: in
 * the end everything is as if the last policy had always been in force.
 */
class RescoringPropertyTest {
  private static final Topics TOPICS = new Topics("t.");
  private static final int SEEDS = 60;
  private static final int STEPS = 60;
  private static final List<String> POLICIES =
      List.of("m0", "m2@1", "m2@2", TestingPolicies.STRICT);
  private static final List<StoreKind> STORES = List.of(StoreKind.values());
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration TURN = Duration.ofMillis(5);
  private static final Lineage NOWHERE = new Lineage("nowhere", 0, 0L);

  private static EmbeddedRegistry server;
  private static Registry registry;

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

  @Test
  void everyHistoryOfPoliciesEndsAsTheLastOneAlone() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      StoreKind stores = STORES.get(random.nextInt(STORES.size()));
      List<RawProfile> deliveries = new Lookalikes(random).observations(40);
      deliveries.add(Authors.forgotten(deliveries.get(0).getId(), Authors.NOON));
      Life life = new Life("life" + seed, stores, random);
      life.live(deliveries);

      Life fresh = new Life("fresh" + seed, StoreKind.HASH, new Random(0));
      fresh.policies.activate(life.last);
      deliveries.forEach(fresh.pipe::deliver);
      fresh.end();

      assertThat(life.accepted).as("accepted, seed %d", seed).isEqualTo(fresh.accepted);
      assertThat(life.rejected).as("rejected, seed %d", seed).isEqualTo(fresh.rejected);
      assertThat(life.states).as("states, seed %d", seed).isEqualTo(fresh.states);
      assertThat(life.live()).as("in one topic only, seed %d", seed).isTrue();
    }
  }

  /** One partition from its first record to its end, with all that may befall it. */
  private final class Life {
    private final String name;
    private final StoreKind stores;
    private final Random random;
    private final TestingPolicies policies = new TestingPolicies("m0");
    private final Map<String, SpecificRecord> accepted = new TreeMap<>();
    private final Map<String, SpecificRecord> rejected = new TreeMap<>();
    private Map<String, AuthorState> states = Map.of();
    private String last = "m0";
    private int crashes;
    private TestingPipe pipe;

    Life(String name, StoreKind stores, Random random) {
      this.name = name;
      this.stores = stores;
      this.random = random;
      this.pipe = open();
    }

    private TestingPipe open() {
      Turns.Pace few =
          new Turns.Pace(Duration.ofMinutes(1), Duration.ofMinutes(1), 1 + random.nextInt(3));
      Turns turns = new Turns(few, () -> 0L);
      ScorerTopology topology = new ScorerTopology(TOPICS, policies, stores, id -> false, turns);
      Path state = directory.resolve(name + "-" + crashes++);
      return new TestingPipe(registry, TOPICS, state, stores, topology);
    }

    void live(List<RawProfile> deliveries) {
      int delivered = 0;
      for (int step = 0; step < STEPS || delivered < deliveries.size(); step++) {
        switch (random.nextInt(8)) {
          case 0 -> activate();
          case 1 -> pipe.pass(LOOK);
          case 2, 3 -> pipe.pass(TURN);
          case 4 -> crashNowAndThen();
          default -> {
            if (delivered < deliveries.size()) {
              pipe.deliver(deliveries.get(delivered++));
            }
          }
        }
        hear();
      }
      end();
    }

    private void activate() {
      last = POLICIES.get(random.nextInt(POLICIES.size()));
      policies.activate(last);
    }

    private void crashNowAndThen() {
      if (random.nextInt(3) == 0) {
        Map<String, Map<Bytes, byte[]>> stored = pipe.stored();
        pipe.close();
        pipe = open();
        pipe.restore(stored);
      }
    }

    void end() {
      pipe.pass(LOOK);
      for (int turn = 0; turn < 20; turn++) {
        pipe.pass(TURN);
      }
      hear();
      assertThat(pipe.standing().orElseThrow().getFinished()).as("%s", name).isTrue();
      states = pipe.states();
      states.values().removeIf(state -> state.getLast().getProfile() == null);
      states.replaceAll((id, state) -> AuthorState.newBuilder(state).setLineage(NOWHERE).build());
      pipe.close();
    }

    boolean live() {
      return accepted.keySet().stream().noneMatch(rejected::containsKey);
    }

    private void hear() {
      hear(pipe.accepted, accepted, RescoringPropertyTest::withoutLineage);
      hear(pipe.rejected, rejected, RescoringPropertyTest::withoutLineage);
    }

    private <T extends SpecificRecord> void hear(
        TestOutputTopic<String, T> topic,
        Map<String, SpecificRecord> heard,
        UnaryOperator<T> form) {
      for (KeyValue<String, T> record : topic.readKeyValuesToList()) {
        if (record.value == null) {
          heard.remove(record.key);
        } else {
          heard.put(record.key, form.apply(record.value));
        }
      }
    }
  }

  /** Where a record stood begins anew with each driver. */
  private static ScoredProfile withoutLineage(ScoredProfile author) {
    return ScoredProfile.newBuilder(author).setLineage(NOWHERE).build();
  }

  private static RejectedProfile withoutLineage(RejectedProfile author) {
    return RejectedProfile.newBuilder(author).setLineage(NOWHERE).build();
  }
}
