package dev.influx.scorer.topology;

import static dev.influx.scorer.Authors.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.embedded.EmbeddedRegistry;
import dev.influx.embedded.RegistrySettings;
import dev.influx.schemas.AuthorState;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.Authors;
import dev.influx.scorer.Lookalikes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Authors who are removed on request, in the topology. */
class ForgottenTopologyTest {
  private static final Topics TOPICS = new Topics("t.");
  private static final int SEEDS = 100;

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
  void leaveBothTopicsAndNeverComeBack() {
    try (TestingPipe pipe = pipe("first", id -> false)) {
      pipe.deliver(Authors.seen("1", NOON, 60_000L, 1L));
      pipe.deliver(Authors.forgotten("1", NOON.plusSeconds(60)));
      pipe.deliver(Authors.seen("1", NOON.plusSeconds(120), 60_000L, 1L));
      pipe.deliver(Authors.gone("1", NOON.plusSeconds(180), Availability.SUSPENDED));
      pipe.deliver(Authors.seen("1", NOON.minusSeconds(86_400), 60_000L, 1L));

      assertThat(pipe.accepted.readKeyValuesToList())
          .extracting(record -> record.value == null)
          .containsExactly(false, true);
      assertThat(pipe.rejected.readKeyValuesToList())
          .extracting(record -> record.value == null)
          .containsExactly(true);
      assertThat(pipe.count("forgotten")).isEqualTo(4);
      assertThat(pipe.fingerprints()).as("nothing is claimed any more").isZero();
      assertThat(pipe.states().get("1").getLast().getProfile()).isNull();
    }
  }

  @Test
  void whoeverHadTheSameHandleComesBack() {
    try (TestingPipe pipe = pipe("first", id -> false)) {
      RawProfile one = Authors.seen("1", NOON, 60_000L, 1L);
      pipe.deliver(one);
      pipe.deliver(
          RawProfile.newBuilder(Authors.seen("2", NOON.plusSeconds(1), 60_000L, 1L))
              .setProfile(one.getProfile())
              .build());
      pipe.deliver(Authors.forgotten("2", NOON.plusSeconds(60)));

      assertThat(TestingPipe.compacted(pipe.accepted)).containsOnlyKeys("1");
      assertThat(TestingPipe.compacted(pipe.rejected)).isEmpty();
    }
  }

  @Test
  void areNeverLearntOfByAScorerThatStartsOver() {
    RawProfile before = Authors.seen("1", NOON, 60_000L, 1L);
    RawProfile forget = Authors.forgotten("1", NOON.plusSeconds(60));
    try (TestingPipe live = pipe("live", id -> false);
        TestingPipe replay = pipe("replay", Set.of("1")::contains)) {
      live.deliver(before);
      replay.deliver(before);
      assertThat(replay.states()).isEmpty();
      live.deliver(forget);
      replay.deliver(forget);
      replay.deliver(Authors.seen("1", NOON.plusSeconds(120), 60_000L, 1L));

      assertThat(replay.accepted.readKeyValuesToList()).containsExactly(KeyValue.pair("1", null));
      assertThat(replay.rejected.readKeyValuesToList()).containsExactly(KeyValue.pair("1", null));
      assertThat(replay.states()).isEqualTo(live.states());
    }
  }

  @Test
  void everyInterleavingEndsInTheSameStateAndSaysNothingAfterwards() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<RawProfile> deliveries = new Lookalikes(random).observations(30);
      Set<String> forgotten = new HashSet<>();
      for (RawProfile one : List.copyOf(deliveries)) {
        if (random.nextInt(5) == 0) {
          forgotten.add(one.getId());
          deliveries.add(
              Authors.forgotten(one.getId(), NOON.plusSeconds(random.nextInt(1_000_000))));
        }
      }
      Map<String, AuthorState> expected = endOf(deliveries, "a" + seed, seed);
      Collections.shuffle(deliveries, random);
      Map<String, AuthorState> other = endOf(deliveries, "b" + seed, seed);

      assertThat(other).as("seed %d", seed).isEqualTo(expected);
      assertThat(expected.values())
          .as("seed %d", seed)
          .filteredOn(state -> state.getLast().getAvailability() == Availability.FORGOTTEN)
          .extracting(state -> state.getLast().getId())
          .containsExactlyInAnyOrderElementsOf(forgotten);
    }
  }

  /** States without their lineage, which is where a record stood and not what it said. */
  private Map<String, AuthorState> endOf(List<RawProfile> deliveries, String name, long seed) {
    Set<String> forgotten = new HashSet<>();
    Map<String, SpecificRecord> live = new HashMap<>();
    try (TestingPipe pipe = pipe(name, id -> false)) {
      for (RawProfile delivery : deliveries) {
        pipe.deliver(delivery);
        if (delivery.getAvailability() == Availability.FORGOTTEN) {
          forgotten.add(delivery.getId());
        }
        for (KeyValue<String, SpecificRecord> said : outputs(pipe)) {
          assertThat(said.value == null || !forgotten.contains(said.key))
              .as("seed %d: nothing more is said of %s", seed, said.key)
              .isTrue();
          live.put(said.key, said.value);
        }
      }
      forgotten.forEach(id -> assertThat(live.get(id)).as("seed %d: %s", seed, id).isNull());
      return withoutLineage(pipe.states());
    }
  }

  private static List<KeyValue<String, SpecificRecord>> outputs(TestingPipe pipe) {
    List<KeyValue<String, SpecificRecord>> outputs = new ArrayList<>();
    pipe.rejected
        .readKeyValuesToList()
        .forEach(said -> outputs.add(KeyValue.pair(said.key, said.value)));
    pipe.accepted
        .readKeyValuesToList()
        .forEach(said -> outputs.add(KeyValue.pair(said.key, said.value)));
    return outputs;
  }

  private static Map<String, AuthorState> withoutLineage(Map<String, AuthorState> states) {
    Lineage nowhere = new Lineage("nowhere", 0, 0L);
    states.replaceAll((id, state) -> AuthorState.newBuilder(state).setLineage(nowhere).build());
    return states;
  }

  private TestingPipe pipe(String name, Predicate<String> forgotten) {
    return new TestingPipe(registry, TOPICS, directory.resolve(name), forgotten);
  }
}
