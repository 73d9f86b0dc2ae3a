package dev.influx.harvester;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.harvester.api.Dialect;
import dev.influx.harvester.plan.Ending;
import dev.influx.lists.seeds.Seed;
import dev.influx.runtime.Secret;
import dev.influx.schemas.Availability;
import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.Outcome;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.SourceKind;
import dev.influx.simulator.JournalEntry;
import dev.influx.simulator.Simulator;
import dev.influx.simulator.SimulatorSettings;
import dev.influx.simulator.world.SimulatedAuthor;
import dev.influx.simulator.world.World;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The harvester against the simulator, a broker and a registry. */
@WithKafka
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
final class HarvesterIT {
  private static final SimulatorSettings STANDSTILL =
      SimulatorSettings.defaults().withAuthors(240).withVirtualTime(World.START, 0);
  private static final int GHOSTS = 3;
  private static final Duration WINDOW = Duration.ofSeconds(3);

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
  void endsEverySeedInOneWayAndObservesEveryAuthorOnce() throws InterruptedException {
    try (Simulator simulator = Simulator.start(STANDSTILL)) {
      List<Seed> seeds = Harvesting.seedsOf(simulator);
      HarvestProgress progress = harvesting.once(Harvesting.settings(simulator), seeds);

      Set<String> suspended = handles(simulator, seeds, SimulatedAuthor::suspended);
      Set<String> visible = handles(simulator, seeds, author -> !author.suspended());
      assertThat(progress.requested()).isEqualTo(seeds.size());
      assertThat(progress.pending()).isZero();
      assertThat(progress.count(Ending.FOUND)).isEqualTo(visible.size());
      assertThat(progress.count(Ending.SUSPENDED)).isEqualTo(suspended.size()).isPositive();
      assertThat(progress.count(Ending.NOT_FOUND)).isEqualTo(GHOSTS);

      assertThat(harvesting.topics().raw())
          .extracting(record -> record.value().getProfile().getHandle())
          .containsExactlyInAnyOrderElementsOf(visible);
      Map<String, HarvestOutcome> outcomes = harvesting.topics().outcomes();
      assertThat(outcomes).hasSize(suspended.size() + GHOSTS);
      assertThat(suspended)
          .allSatisfy(
              handle ->
                  assertThat(outcomes.get(handle.toLowerCase(Locale.ROOT)).getOutcome())
                      .isEqualTo(Outcome.SUSPENDED));
      assertThat(harvesting.records(Ending.FOUND)).isEqualTo(visible.size());
      assertThat(harvesting.requests("ok")).isEqualTo(13);
      assertThat(progress.requests()).isEqualTo(13);
    }
  }

  @Test
  void keepsTheUserObjectByteForByteWithTheHashOfItsAnswer() throws InterruptedException {
    Map<Sha256, byte[]> answers = new ConcurrentHashMap<>();
    Instant before = Instant.now();
    try (Simulator simulator = Simulator.start(SimulatorSettings.defaults().withAuthors(240));
        TestingRelay relay = TestingRelay.to(simulator.uri(), answers::put)) {
      HarvesterSettings settings =
          Harvesting.settings(relay.uri(), Secret.of(simulator.token().value())).withBatchSize(20);
      HarvestProgress progress = harvesting.once(settings, Harvesting.seedsOf(simulator));

      List<ConsumerRecord<String, RawProfile>> records = harvesting.topics().raw();
      assertThat(records)
          .hasSize(progress.count(Ending.FOUND))
          .allSatisfy(record -> assertEvidence(record, answers))
          .allSatisfy(record -> assertTime(record, before));
      assertThat(records)
          .as("ids are what is answered, in every form of user object")
          .extracting(record -> record.value().getProfile().getDescription())
          .anyMatch(text -> text != null && text.codePoints().anyMatch(c -> c > 0xFFFF));
    }
  }

  private static void assertEvidence(
      ConsumerRecord<String, RawProfile> record, Map<Sha256, byte[]> answers) {
    RawProfile profile = record.value();
    byte[] answer = answers.get(profile.getProvenance().getAnswerSha256());
    String raw = text(profile.getRaw());
    assertThat(answer).as("the answer that held %s", record.key()).isNotNull();
    assertThat(new String(answer, UTF_8)).contains(raw);
    assertThat(raw).startsWith("{").contains("\"id\":\"" + record.key() + "\"").endsWith("}");
    assertThat(record.key()).isEqualTo(profile.getId());
    assertThat(profile.getProvenance().getKind()).isEqualTo(SourceKind.SIMULATOR);
    assertThat(profile.getProvenance().getEndpoint()).isEqualTo("GET /2/users/by");
    assertThat(profile.getProvenance().getRequestId()).matches("[0-9a-f]{16}");
    assertThat(header(record, "run-id")).isEqualTo(profile.getProvenance().getRunId());
    assertThat(header(record, "source")).isEqualTo("SIMULATOR");
    assertThat(header(record, "schema-version")).isEqualTo("4");
    assertThat(header(record, "content-sha256")).matches("[0-9a-f]{64}");
    assertThat(profile.getProvenance().getDialect()).isEqualTo("legacy");
    assertThat(profile.getProvenance().getBatch()).matches("[0-9a-f]{16}");
    assertThat(profile.getSources())
        .singleElement()
        .satisfies(source -> assertThat(source.getMethod()).isEqualTo("simulator"));
    assertThat(profile.getDomain()).isNotNull();
    boolean hidden = Boolean.TRUE.equals(profile.getProfile().getProtected$());
    assertThat(profile.getAvailability())
        .isEqualTo(hidden ? Availability.PROTECTED : Availability.AVAILABLE);
  }

  private static void assertTime(ConsumerRecord<String, RawProfile> record, Instant before) {
    Instant fetchedAt = record.value().getFetchedAt();
    assertThat(fetchedAt).isBetween(before.minusMillis(1), Instant.now());
    assertThat(record.timestamp()).isEqualTo(fetchedAt.toEpochMilli());
    assertThat(record.value().getProvenance().getServerDate())
        .isBetween(before.minusSeconds(2), Instant.now());
  }

  @Test
  void refreshesKnownAuthorsByIdAndBringsNews() throws InterruptedException {
    SimulatorSettings moving = SimulatorSettings.defaults().withAuthors(60).withSeed(7);
    try (Simulator simulator = Simulator.start(moving);
        RunningHarvester harvester =
            harvesting.start(
                Harvesting.settings(simulator).withRefresh(Duration.ofMillis(500)),
                Harvesting.seedsOf(simulator))) {
      HarvestProgress second = harvester.awaitRound(2);
      harvester.close();

      Map<String, List<RawProfile>> byAuthor =
          harvesting.topics().raw().stream()
              .map(ConsumerRecord::value)
              .collect(Collectors.groupingBy(RawProfile::getId));
      assertThat(byAuthor).hasSize(second.count(Ending.FOUND));
      assertThat(byAuthor.values())
          .allSatisfy(
              observations -> {
                assertThat(observations).hasSizeGreaterThanOrEqualTo(2);
                assertThat(observations.get(1).getProvenance().getEndpoint())
                    .isEqualTo("GET /2/users");
                assertThat(observations.get(1).getFetchedAt())
                    .isAfter(observations.get(0).getFetchedAt());
              });
      assertThat(byAuthor.values())
          .as("time passes quickly there")
          .anyMatch(seen -> !seen.get(0).getProfile().equals(seen.get(1).getProfile()));
    }
  }

  @Test
  void readsTheOtherDialect() throws InterruptedException {
    try (Simulator simulator =
        Simulator.start(STANDSTILL.withDialect(dev.influx.simulator.Dialect.POST))) {
      HarvesterSettings legacy = Harvesting.settings(simulator);
      HarvesterSettings post =
          HarvesterSettings.of(legacy.api().withDialect(Dialect.POST), legacy.kind());
      HarvestProgress progress = harvesting.once(post, Harvesting.seedsOf(simulator));

      assertThat(harvesting.topics().raw())
          .hasSize(progress.count(Ending.FOUND))
          .allSatisfy(
              record -> assertThat(record.value().getProfile().getTweetCount()).isNotNull());
    }
  }

  @Test
  void readsTheSameInEveryDialect() throws InterruptedException {
    Map<dev.influx.simulator.Dialect, Map<String, Profile>> seen = new HashMap<>();
    Map<String, Profile> all = new HashMap<>();
    for (var dialect : dev.influx.simulator.Dialect.values()) {
      try (Simulator simulator = Simulator.start(STANDSTILL.withDialect(dialect))) {
        harvesting.once(Harvesting.settings(simulator), Harvesting.seedsOf(simulator));
      }
      Map<String, Profile> latest = new HashMap<>();
      harvesting.topics().raw().forEach(each -> latest.put(each.key(), each.value().getProfile()));
      seen.put(dialect, latest);
      all.putAll(latest);
    }

    assertThat(all).isNotEmpty();
    assertThat(seen.values()).containsOnly(all);
  }

  @Test
  void usesEveryRequestThatIsAllowedAndNoOther() throws InterruptedException {
    int limit = 40;
    SimulatorSettings tight = STANDSTILL.withAuthors(300).withRateLimit(limit, WINDOW);
    try (Simulator simulator = Simulator.start(tight)) {
      List<Seed> seeds = Harvesting.seedsOf(simulator);
      HarvestProgress progress =
          harvesting.once(Harvesting.settings(simulator).withBatchSize(2), seeds);

      assertThat(progress.pending()).isZero();
      assertThat(simulator.journal()).extracting(JournalEntry::status).containsOnly(200);
      Map<Long, Long> byWindow =
          simulator.journal().stream()
              .collect(
                  Collectors.groupingBy(
                      entry -> entry.window().orElseThrow().reset(),
                      TreeMap::new,
                      Collectors.counting()));
      List<Long> used = List.copyOf(byWindow.values());
      assertThat(used).hasSizeGreaterThan(3);
      assertThat(used.subList(0, used.size() - 1))
          .as("of %d allowed requests in each window but the last", limit)
          .allMatch(count -> count >= 0.98 * limit);
    }
  }

  @Test
  void makesNoRequestTooMany() throws InterruptedException {
    SimulatorSettings tight = STANDSTILL.withAuthors(220).withRateLimit(5, Duration.ofSeconds(2));
    try (Simulator simulator = Simulator.start(tight)) {
      HarvestProgress progress =
          harvesting.once(Harvesting.settings(simulator), Harvesting.seedsOf(simulator));

      assertThat(progress.pending()).isZero();
      assertThat(simulator.journal())
          .hasSize(12)
          .allMatch(entry -> entry.items() <= 20)
          .extracting(JournalEntry::status)
          .containsOnly(200);
    }
  }

  @Test
  void writesTheTokenNowhere() throws InterruptedException {
    String token = STANDSTILL.token().value();
    try (TestingLog log = TestingLog.watchFor(token);
        Simulator simulator = Simulator.start(STANDSTILL)) {
      HarvestProgress progress =
          harvesting.once(Harvesting.settings(simulator), Harvesting.seedsOf(simulator));

      assertThat(progress.count(Ending.FOUND)).isPositive();
      assertThat(log.leaks()).isEmpty();
      assertThat(log.lines()).isPositive();
      TestingTopics topics = harvesting.topics();
      for (String topic : List.of(topics.names().raw(), topics.names().outcomes())) {
        assertThat(topics.bytes(topic))
            .isNotEmpty()
            .noneMatch(record -> everything(record).contains(token));
      }
    }
  }

  private static Set<String> handles(
      Simulator simulator, List<Seed> seeds, Predicate<SimulatedAuthor> which) {
    return seeds.stream()
        .flatMap(
            seed -> simulator.world().byHandle(seed.handle(), simulator.virtualTime()).stream())
        .filter(which)
        .map(SimulatedAuthor::handle)
        .collect(Collectors.toSet());
  }

  private static String header(ConsumerRecord<String, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static String everything(ConsumerRecord<String, byte[]> record) {
    StringBuilder all = new StringBuilder(record.key());
    record.headers().forEach(header -> all.append(new String(header.value(), UTF_8)));
    return all.append(record.value() == null ? "" : new String(record.value(), UTF_8)).toString();
  }

  private static String text(ByteBuffer bytes) {
    return UTF_8.decode(bytes.duplicate()).toString();
  }
}
