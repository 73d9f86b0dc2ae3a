package dev.influx.scorer.topology;

import static dev.influx.scorer.Authors.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.embedded.EmbeddedRegistry;
import dev.influx.embedded.RegistrySettings;
import dev.influx.schemas.AuthorState;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.Authors;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScorerTopologyTest {
  private static final Topics TOPICS = new Topics("t.");
  private static final long ENOUGH = 60_000;
  private static final long TOO_FEW = 100;

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
  void anAuthorGoesWhereTheVerdictSays() {
    try (TestingPipe pipe = pipe()) {
      pipe.deliver(seen("1", 0, ENOUGH));
      pipe.deliver(seen("2", 0, TOO_FEW));

      TestRecord<String, ScoredProfile> accepted = pipe.accepted.readRecord();
      assertThat(accepted.key()).isEqualTo("1");
      assertThat(accepted.getRecordTime()).isEqualTo(NOON);
      assertThat(accepted.value().getLineage()).isEqualTo(new Lineage(TOPICS.raw(), 0, 0L));
      assertThat(accepted.value().getLangPrimary()).isEqualTo("und");
      assertThat(pipe.rejected.readKeyValue().value.getLineage().getOffset()).isEqualTo(1);
      assertThat(pipe.accepted.isEmpty() && pipe.rejected.isEmpty() && pipe.dead.isEmpty())
          .isTrue();
    }
  }

  @Test
  void aChangedVerdictWithdrawsTheAuthorFromTheOtherTopic() {
    try (TestingPipe pipe = pipe()) {
      pipe.deliver(seen("1", 0, ENOUGH));
      pipe.deliver(seen("1", 1, TOO_FEW));
      pipe.deliver(seen("1", 2, ENOUGH));

      assertThat(pipe.accepted.readKeyValuesToList())
          .extracting(record -> record.value == null)
          .containsExactly(false, true, false);
      assertThat(pipe.rejected.readKeyValuesToList())
          .extracting(record -> record.value == null)
          .containsExactly(false, true);
    }
  }

  @Test
  void anAuthorWhoIsGoneLeavesTheListAndComesBack() {
    try (TestingPipe pipe = pipe()) {
      pipe.deliver(seen("1", 0, ENOUGH));
      pipe.deliver(Authors.gone("1", NOON.plusSeconds(60), Availability.SUSPENDED));

      assertThat(TestingPipe.compacted(pipe.accepted)).isEmpty();
      assertThat(TestingPipe.compacted(pipe.rejected).get("1").getFindings())
          .extracting(Finding::getCode)
          .containsExactly("unavailable_suspended");

      pipe.deliver(seen("1", 2, ENOUGH));
      assertThat(TestingPipe.compacted(pipe.accepted)).containsOnlyKeys("1");
    }
  }

  @Test
  void staleAndDuplicateObservationsAreCountedAndLeaveNoTrace() {
    try (TestingPipe pipe = pipe()) {
      pipe.deliver(seen("1", 5, ENOUGH));
      Map<String, AuthorState> before = pipe.states();
      pipe.accepted.readKeyValuesToList();

      pipe.deliver(seen("1", 5, ENOUGH));
      pipe.deliver(seen("1", 6, ENOUGH));
      pipe.deliver(seen("1", 5, ENOUGH));

      assertThat(pipe.accepted.readKeyValuesToList()).hasSize(1);
      assertThat(pipe.states()).isNotEqualTo(before);
      assertThat(pipe.count("duplicate")).isEqualTo(1);
      assertThat(pipe.count("stale")).isEqualTo(1);
      assertThat(pipe.count("accepted")).isEqualTo(2);
    }
  }

  @Test
  void aStaleObservationThatFillsADayCorrectsTheScoreOfTheNewest() {
    try (TestingPipe pipe = pipe()) {
      pipe.deliver(seen("1", 0, ENOUGH));
      pipe.deliver(seen("1", -60 * 24 * 10, ENOUGH - 1000));

      List<KeyValue<String, ScoredProfile>> outputs = pipe.accepted.readKeyValuesToList();
      assertThat(outputs.get(0).value.getActivity().getFollowersGrowth30d()).isNull();
      assertThat(outputs.get(1).value.getActivity().getFollowersGrowth30d()).isEqualTo(3000.0);
      assertThat(outputs.get(1).value.getObservedAt()).isEqualTo(NOON);
    }
  }

  @Test
  void whatCannotBeReadGoesToTheDeadLettersAndTheRestFlows() {
    try (TestingPipe pipe = pipe()) {
      byte[] garbage = "not a record".getBytes(StandardCharsets.UTF_8);
      pipe.raw.pipeInput("1", garbage);
      pipe.deliver(seen("2", 0, ENOUGH));

      TestRecord<byte[], byte[]> letter = pipe.dead.readRecord();
      assertThat(letter.value()).isEqualTo(garbage);
      assertThat(letter.key()).isEqualTo(new byte[] {'1'});
      assertThat(headers(letter))
          .containsEntry("influx.dead.reason", "undecodable")
          .containsEntry("influx.dead.topic", TOPICS.raw())
          .containsEntry("influx.dead.partition", "0")
          .containsEntry("influx.dead.offset", "0")
          .containsKeys("influx.dead.error", "influx.dead.timestamp");
      assertThat(TestingPipe.compacted(pipe.accepted)).containsOnlyKeys("2");
    }
  }

  @Test
  void whatIsNoObservationGoesToTheDeadLettersWithTheReason() {
    try (TestingPipe pipe = pipe()) {
      byte[] value = registry.serializer(RawProfile.class).serialize(TOPICS.raw(), seen("1", 0, 1));
      pipe.raw.pipeInput("2", value);
      pipe.raw.pipeInput((String) null, value);
      pipe.raw.pipeInput("1", null);

      assertThat(pipe.dead.readRecordsToList())
          .extracting(letter -> headers(letter).get("influx.dead.reason"))
          .containsExactly("key_mismatch", "no_key", "no_value");
      assertThat(pipe.states()).isEmpty();
      assertThat(pipe.meters.get("influx.dlq.records").tag("reason", "no_key").counter().count())
          .isEqualTo(1);
    }
  }

  static List<Long> seeds() {
    return new Random(20260311).longs(10).boxed().toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyInterleavingEndsInTheSameStateAndOutputs(long seed) {
    Random random = new Random(seed);
    List<RawProfile> observations = randomObservations(random);
    Outcome expected = outcome(observations, "expected");

    for (int round = 0; round < 2; round++) {
      List<RawProfile> deliveries = new ArrayList<>(observations);
      for (int i = random.nextInt(20); i > 0; i--) {
        deliveries.add(observations.get(random.nextInt(observations.size())));
      }
      Collections.shuffle(deliveries, random);
      assertThat(outcome(deliveries, "round" + round)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private record Outcome(
      Map<String, AuthorState> states,
      Map<String, ScoredProfile> accepted,
      Map<String, RejectedProfile> rejected) {}

  /** Without the offsets, which another order of deliveries changes by its nature. */
  private Outcome outcome(List<RawProfile> deliveries, String run) {
    Lineage none = new Lineage("", 0, 0L);
    try (TestingPipe pipe = new TestingPipe(registry, TOPICS, directory.resolve(run))) {
      deliveries.forEach(pipe::deliver);
      Outcome outcome =
          new Outcome(
              mapped(pipe.states(), s -> AuthorState.newBuilder(s).setLineage(none).build()),
              mapped(
                  TestingPipe.compacted(pipe.accepted),
                  p -> ScoredProfile.newBuilder(p).setLineage(none).build()),
              mapped(
                  TestingPipe.compacted(pipe.rejected),
                  p -> RejectedProfile.newBuilder(p).setLineage(none).build()));
      assertThat(
              Stream.concat(
                  outcome.accepted().keySet().stream(), outcome.rejected().keySet().stream()))
          .as("live in exactly one topic")
          .containsExactlyInAnyOrderElementsOf(outcome.states().keySet());
      return outcome;
    }
  }

  private static <T> Map<String, T> mapped(Map<String, T> map, UnaryOperator<T> change) {
    return map.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> change.apply(entry.getValue())));
  }

  private static List<RawProfile> randomObservations(Random random) {
    List<RawProfile> observations = new ArrayList<>();
    for (int i = 1 + random.nextInt(50); i > 0; i--) {
      String id = Integer.toString(1 + random.nextInt(4));
      int minutes = 60 * 7 * random.nextInt(200);
      observations.add(
          random.nextInt(9) == 0
              ? Authors.gone(id, NOON.plus(Duration.ofMinutes(minutes)), Availability.DELETED)
              : seen(id, minutes, random.nextBoolean() ? ENOUGH : TOO_FEW));
    }
    return observations;
  }

  private TestingPipe pipe() {
    return new TestingPipe(registry, TOPICS, directory);
  }

  private static RawProfile seen(String id, int minutes, long followers) {
    return Authors.seen(id, NOON.plus(Duration.ofMinutes(minutes)), followers, 10L);
  }

  private static Map<String, String> headers(TestRecord<byte[], byte[]> letter) {
    return Arrays.stream(letter.headers().toArray())
        .collect(
            Collectors.toMap(
                Header::key, header -> new String(header.value(), StandardCharsets.UTF_8)));
  }
}
