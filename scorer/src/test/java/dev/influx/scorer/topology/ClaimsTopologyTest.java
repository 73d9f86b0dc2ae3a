package dev.influx.scorer.topology;

import static dev.influx.scorer.Authors.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.influx.embedded.EmbeddedRegistry;
import dev.influx.embedded.RegistrySettings;
import dev.influx.lists.policies.Policies;
import dev.influx.schemas.AuthorState;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Clash;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.Authors;
import dev.influx.scorer.Lookalikes;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.validator.claims.Crossings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Authors who claim the same, in the topology. */
class ClaimsTopologyTest {
  private static final Topics TOPICS = new Topics("t.");
  private static final int SEEDS = 200;

  private static EmbeddedRegistry server;
  private static Registry registry;

  private final Map<String, RejectedProfile> rejected = new HashMap<>();

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
  void aHandleThatIsTakenOverWithdrawsTheOtherUntilItIsSeenAgain() {
    try (TestingPipe pipe = pipe()) {
      pipe.deliver(named("1", 0, "Ann"));
      pipe.deliver(named("2", 1, "ann"));
      assertThat(findings(pipe))
          .isEqualTo(
              Map.of(
                  "1",
                  List.of(
                      new Finding(
                          "handle_reassigned",
                          "identity.handle",
                          "@Ann is held by id 2, seen later"))));

      pipe.deliver(named("1", 2, "ann"));
      assertThat(findings(pipe)).containsOnlyKeys("2");

      pipe.deliver(named("2", 3, "ann_2"));
      assertThat(findings(pipe)).isEmpty();
      assertThat(pipe.states().values())
          .extracting(AuthorState::getClashes)
          .containsOnly(List.of());
    }
  }

  @Test
  void anObservationThatComesLateDoesNotTakeTheHandle() {
    try (TestingPipe pipe = pipe()) {
      pipe.deliver(named("1", 0, "ann"));
      pipe.deliver(named("1", 20, "ann"));
      pipe.deliver(named("2", 10, "ann"));

      assertThat(findings(pipe)).containsOnlyKeys("2");
    }
  }

  @Test
  void whoeverIsJudgedAgainIsSentWithTheTimeOfTheObservation() {
    try (TestingPipe pipe = pipe()) {
      pipe.deliver(named("1", 0, "ann"));
      pipe.deliver(named("2", 5, "ann"));

      TestRecord<String, RejectedProfile> withdrawn = pipe.rejected.readRecord();
      assertThat(withdrawn.getRecordTime()).isEqualTo(NOON);
      assertThat(withdrawn.value().getLineage().getOffset()).isZero();
      assertThat(withdrawn.value().getClashes()).containsExactly(new Clash("handle:ann", "2"));
      assertThat(pipe.accepted.readRecordsToList())
          .extracting(record -> record.key() + (record.value() == null ? " leaves" : " comes"))
          .containsExactly("1 comes", "2 comes", "1 leaves");
      assertThat(pipe.count("accepted")).isEqualTo(2);
      assertThat(pipe.count("rejected")).isZero();
    }
  }

  @Test
  void aCopyTakesBothOutUntilTheNumbersMoveOn() {
    try (TestingPipe pipe = pipe()) {
      pipe.deliver(numbers("1", 0, 500));
      pipe.deliver(numbers("2", 1, 500));
      assertThat(codes(pipe))
          .isEqualTo(Map.of("1", List.of("copied_metrics"), "2", List.of("copied_metrics")));

      pipe.deliver(numbers("1", 2, 501));
      assertThat(codes(pipe)).isEmpty();
    }
  }

  @Test
  void whoWasCreatedInTheSameSecondIsACopy() {
    try (TestingPipe pipe = pipe()) {
      pipe.deliver(created("1", "2009-06-02T20:12:29.000Z"));
      pipe.deliver(created("2", "2009-06-02T20:12:30.000Z"));
      pipe.deliver(created("3", "2009-06-02T20:12:29.700Z"));

      assertThat(codes(pipe))
          .isEqualTo(Map.of("1", List.of("copied_metrics"), "3", List.of("copied_metrics")));
    }
  }

  @Test
  void whoIsGoneClaimsNothingAnyMore() {
    try (TestingPipe pipe = pipe()) {
      pipe.deliver(named("1", 0, "ann"));
      pipe.deliver(named("2", 1, "ann"));
      pipe.deliver(Authors.gone("2", NOON.plusSeconds(120), Availability.SUSPENDED));

      assertThat(codes(pipe)).isEqualTo(Map.of("2", List.of("unavailable_suspended")));
      assertThat(pipe.fingerprints()).as("handle and second of author 1").isEqualTo(2);
    }
  }

  @Test
  void anAuthorOfAnOlderStateClaimsAtTheNextObservation() {
    try (TestingPipe pipe = pipe()) {
      pipe.deliver(named("1", 0, "ann"));
      AuthorState older = AuthorState.newBuilder(pipe.states().get("1")).setClashes(null).build();
      try (TestingPipe upgraded = new TestingPipe(registry, TOPICS, directory.resolve("next"))) {
        upgraded.remember(older);
        upgraded.deliver(named("2", -1, "ann"));
        assertThat(codes(upgraded)).isEmpty();

        upgraded.deliver(named("1", 1, "ann"));
        assertThat(codes(upgraded)).containsOnlyKeys("2");
      }
    }
  }

  @Test
  void whatNobodySaidGoesToTheDeadLetters() {
    try (TestingPipe pipe = pipe()) {
      pipe.put(TOPICS.claims(), bytes("handle:ann"), null);
      pipe.put(TOPICS.claims(), bytes("shoe-size:44\u00001"), bytes("no claim"));
      pipe.put(TOPICS.clashes(), bytes("\u0000"), null);
      pipe.put(TOPICS.clashes(), bytes("99\u0000handle:ann"), null);

      assertThat(pipe.dead.readRecordsToList())
          .extracting(
              letter -> header(letter, "influx.dead.topic"),
              letter -> header(letter, "influx.dead.reason"))
          .containsExactly(
              tuple(TOPICS.claims(), "no_pair"),
              tuple(TOPICS.claims(), "undecodable"),
              tuple(TOPICS.clashes(), "no_pair"));
    }
  }

  @Test
  void everyInterleavingEndsInWhatTheLastObservationsSayTogether() {
    int clashing = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<RawProfile> deliveries = new Lookalikes(random).observations(30);
      deliveries.addAll(deliveries.subList(0, random.nextInt(deliveries.size() + 1)));
      Collections.shuffle(deliveries, random);
      try (TestingPipe pipe = new TestingPipe(registry, TOPICS, directory.resolve("s" + seed))) {
        deliveries.forEach(pipe::deliver);
        clashing += assertWhatTheLastObservationsSay(pipe, seed);
      }
    }
    assertThat(clashing).as("authors who clash").isGreaterThan(SEEDS);
  }

  private static int assertWhatTheLastObservationsSay(TestingPipe pipe, long seed) {
    Evaluator evaluator = Evaluator.of(Policies.bundled().find("m0").orElseThrow());
    Map<String, AuthorState> states = pipe.states();
    Map<String, List<Clash>> clashes =
        Crossings.of(states.values().stream().map(AuthorState::getLast).toList());
    Map<String, SpecificRecord> expected = new HashMap<>();
    states.forEach(
        (id, state) -> {
          List<Clash> own = clashes.getOrDefault(id, List.of());
          assertThat(state.getClashes()).as("seed %d: %s", seed, id).isEqualTo(own);
          History history = History.in(state).clashing(own);
          expected.put(id, evaluator.judge(history).fold(scored -> scored, refused -> refused));
        });
    Map<String, ScoredProfile> accepted = TestingPipe.compacted(pipe.accepted);
    Map<String, RejectedProfile> rejected = TestingPipe.compacted(pipe.rejected);
    assertThat(Collections.disjoint(accepted.keySet(), rejected.keySet()))
        .as("seed %d: live in one topic", seed)
        .isTrue();
    Map<String, SpecificRecord> actual = new HashMap<>(accepted);
    actual.putAll(rejected);
    assertThat(actual).as("seed %d", seed).isEqualTo(expected);
    return clashes.size();
  }

  /** Of those who are rejected now. */
  private Map<String, List<Finding>> findings(TestingPipe pipe) {
    pipe.rejected.readKeyValuesToList().forEach(this::remember);
    Map<String, List<Finding>> findings = new HashMap<>();
    rejected.forEach((id, profile) -> findings.put(id, profile.getFindings()));
    return findings;
  }

  private void remember(KeyValue<String, RejectedProfile> record) {
    if (record.value == null) {
      rejected.remove(record.key);
    } else {
      rejected.put(record.key, record.value);
    }
  }

  private Map<String, List<String>> codes(TestingPipe pipe) {
    Map<String, List<String>> codes = new HashMap<>();
    findings(pipe).forEach((id, findings) -> codes.put(id, codesOf(findings)));
    return codes;
  }

  private static List<String> codesOf(List<Finding> findings) {
    return findings.stream().map(Finding::getCode).toList();
  }

  private static RawProfile named(String id, int minutes, String handle) {
    return seen(id, minutes, profile -> profile.setHandle(handle));
  }

  private static RawProfile numbers(String id, int minutes, long tweets) {
    return seen(
        id,
        minutes,
        profile ->
            profile
                .setFollowingCount(1L)
                .setTweetCount(tweets)
                .setListedCount(2L)
                .setLikesGiven(3L)
                .setMediaCount(4L));
  }

  private static RawProfile created(String id, String at) {
    return seen(id, 0, profile -> profile.setCreatedAt(Instant.parse(at)));
  }

  private static RawProfile seen(String id, int minutes, UnaryOperator<Profile.Builder> as) {
    RawProfile seen = Authors.seen(id, NOON.plusSeconds(60L * minutes), 60_000L, 10L);
    Profile profile = as.apply(Profile.newBuilder(seen.getProfile())).build();
    return RawProfile.newBuilder(seen).setProfile(profile).build();
  }

  private TestingPipe pipe() {
    return new TestingPipe(registry, TOPICS, directory.resolve("first"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String header(TestRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
