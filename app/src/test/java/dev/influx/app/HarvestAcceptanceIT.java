package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.app.pipe.Installation;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.harvester.plan.Ending;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.TopicReading;
import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.simulator.AccessToken;
import dev.influx.simulator.JournalEntry;
import dev.influx.simulator.Simulator;
import dev.influx.simulator.SimulatorSettings;
import dev.influx.simulator.fault.FaultBook;
import dev.influx.simulator.fault.FaultScript;
import dev.influx.simulator.money.Billed.Resource;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.users.UsersFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand handles, an API that stumbles, and a harvester that is killed again and again. */
@WithKafka
@Timeout(600)
class HarvestAcceptanceIT {
  private static final long SEED = 20260303;
  private static final int HANDLES = 10_000;
  private static final int BATCH = 20;
  private static final int PARALLEL = 3;
  private static final int KILLS = 20;
  private static final int MOST_BEFORE_A_KILL = 25;
  private static final int LIMIT = 60;
  private static final int UNAVAILABLE = 503;
  private static final String CANARY = "AAAAcanary%2FcanarycanarycanaryCANARY%3D";
  private static final String FAULTS =
      """
      seed: 7
      faults:
        - {kind: error_503_json, probability: 0.01}
        - {kind: reset_in_body, probability: 0.01}
        - {kind: truncated_gzip, probability: 0.01}
      """;

  @TempDir private Path directory;
  private final Random random = new Random(SEED);
  private final Map<String, Author> truth = new HashMap<>();
  private final Map<String, Ending> absent = new HashMap<>();
  private Installation installation;
  private Map<String, String> environment;

  private record Author(String handle, long followers, long posts, boolean hidden) {}

  @BeforeEach
  void prepare(TestKafka kafka) throws IOException {
    installation =
        new Installation(
            KafkaConnection.to(kafka.bootstrapServers()),
            URI.create(kafka.registryUrl()),
            Map.of(),
            new Topics(kafka.uniquePrefix()),
            3,
            (short) 1);
    try (Registry registry = installation.registry()) {
      installation.apply(registry);
    }
    environment =
        Map.of(
            "INFLUX_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
            "INFLUX_REGISTRY_URL", kafka.registryUrl(),
            "INFLUX_TOPICS_PREFIX", installation.topics().prefix(),
            "INFLUX_API_TOKEN", CANARY,
            "INFLUX_HARVEST_SEEDS", writeNoSeeds().toString());
    writePopulation();
  }

  @Test
  void losesNobodyAndPaysForNobodyTwiceHoweverOftenItIsKilled() throws Exception {
    try (Simulator simulator = Simulator.start(settings(), users())) {
      killAgainAndAgain(simulator);
      JsonNode summary = finish(simulator);

      assertSummary(summary);
      assertTopics();
      assertRequests(simulator);
      assertMoney(simulator);
      assertTokenIsNowhere();
    }
  }

  private static SimulatorSettings settings() {
    return SimulatorSettings.defaults()
        .withVirtualTime(Population.START, 0)
        .withToken(AccessToken.of(CANARY))
        .withRateLimit(LIMIT, Duration.ofSeconds(1))
        .with(FaultScript.parse(FAULTS, "the test"));
  }

  private Population users() {
    return UsersFile.read(directory.resolve("users.jsonl"));
  }

  /** 93 in a hundred are there, the others are missing, suspended or protected. */
  private void writePopulation() throws IOException {
    List<String> users = new ArrayList<>();
    List<String> handles = new ArrayList<>();
    for (int i = 0; i < HANDLES; i++) {
      String handle = "User_" + i;
      handles.add(random.nextBoolean() ? handle : handle.toUpperCase(Locale.ROOT));
      int fate = i % 100;
      if (fate < 3) {
        absent.put(key(handle), Ending.NOT_FOUND);
      } else if (fate < 5) {
        absent.put(key(handle), Ending.SUSPENDED);
        users.add(user(i, handle, "{\"status\":\"suspended\"}"));
      } else {
        String status = fate < 7 ? "protected" : "active";
        users.add(user(i, handle, "{\"status\":\"%s\"}".formatted(status)));
        truth.put(id(i), new Author(handle, 1_000 + i, 7L * i, fate < 7));
      }
    }
    Collections.shuffle(handles, random);
    Files.write(directory.resolve("users.jsonl"), users, UTF_8);
    Files.write(directory.resolve("handles.txt"), handles, UTF_8);
  }

  private static String user(int i, String handle, String fate) {
    return """
        {"id":"%s","username":"%s","name":"User %d","public_metrics":{"followers_count":%d,\
        "following_count":1,"tweet_count":%d,"listed_count":0},"_sim":%s}"""
        .formatted(id(i), handle, i, 1_000 + i, 7L * i, fate);
  }

  private static String id(int i) {
    return Integer.toString(5_000_000 + i);
  }

  private static String key(String handle) {
    return handle.toLowerCase(Locale.ROOT);
  }

  private Path writeNoSeeds() throws IOException {
    return Files.writeString(
        directory.resolve("seeds.csv"), "handle,domain,source_type,evidence,fetched_at\n");
  }

  private void killAgainAndAgain(Simulator simulator) throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      long enough = (long) simulator.journal().size() + random.nextInt(MOST_BEFORE_A_KILL);
      try (TestingInflux harvester = kill == 0 ? begin(simulator) : resume(simulator)) {
        await()
            .atMost(Duration.ofMinutes(1))
            .pollInterval(Duration.ofMillis(5))
            .until(() -> !harvester.alive() || isUnderWay(enough, simulator));
        assertThat(harvester.alive()).as("kill %d: %s", kill, harvester.err()).isTrue();
        harvester.kill();
      }
    }
  }

  private boolean isUnderWay(long enough, Simulator simulator) {
    return Files.exists(directory.resolve("data/harvest/runs"))
        && simulator.journal().size() >= enough;
  }

  private JsonNode finish(Simulator simulator) throws Exception {
    try (TestingInflux harvester = resume(simulator)) {
      assertThat(harvester.exitCode()).as(harvester.err()).isZero();
      return new ObjectMapper().readTree(harvester.out());
    }
  }

  private TestingInflux begin(Simulator simulator) {
    return start(simulator, "bulk", "--handles-file", "handles.txt");
  }

  private TestingInflux resume(Simulator simulator) {
    return start(simulator, "resume");
  }

  private TestingInflux start(Simulator simulator, String... what) {
    List<String> args = new ArrayList<>(List.of("harvest"));
    args.addAll(List.of(what));
    args.addAll(List.of("--simulator", simulator.uri().toString(), "--format", "json"));
    args.addAll(List.of("--batch-size", Integer.toString(BATCH), "--verbose"));
    return TestingInflux.start(directory, environment, args.toArray(new String[0]));
  }

  /** Everybody who was asked for ends in exactly one way, over all parts of the run. */
  private void assertSummary(JsonNode summary) {
    assertThat(summary.get("complete").asBoolean()).isTrue();
    assertThat(summary.get("requested").asInt()).isEqualTo(HANDLES);
    assertThat(summary.get("pending").asInt()).isZero();
    Map<String, Integer> expected = new HashMap<>();
    for (Ending ending : Ending.values()) {
      expected.put(ending.code(), Collections.frequency(absent.values(), ending));
    }
    expected.put("found", truth.size());
    Map<String, Integer> outcomes = new HashMap<>();
    summary
        .get("outcomes")
        .properties()
        .forEach(outcome -> outcomes.put(outcome.getKey(), outcome.getValue().asInt()));
    assertThat(outcomes).isEqualTo(expected);
  }

  private void assertTopics() throws IOException {
    Map<String, Author> seen = new HashMap<>();
    Map<String, Ending> told = new HashMap<>();
    try (Registry registry = installation.registry()) {
      String raw = installation.topics().raw();
      var profiles = registry.deserializer(RawProfile.class);
      read(raw)
          .forEach(each -> seen.put(each.key(), author(profiles.deserialize(raw, each.value()))));
      String outcomes = installation.topics().outcomes();
      var values = registry.deserializer(HarvestOutcome.class);
      for (ConsumerRecord<String, byte[]> each : read(outcomes)) {
        if (each.value() == null) {
          told.remove(each.key());
        } else {
          told.put(
              each.key(),
              Ending.valueOf(values.deserialize(outcomes, each.value()).getOutcome().name()));
        }
      }
    }
    assertThat(seen).as("the union of the raw topic by key").isEqualTo(truth);
    assertThat(told).isEqualTo(absent);
  }

  private static Author author(RawProfile seen) {
    Profile profile = seen.getProfile();
    return new Author(
        profile.getHandle(),
        profile.getFollowersCount(),
        profile.getTweetCount(),
        Boolean.TRUE.equals(profile.getProtected$()));
  }

  /**
   * No request asks for too many, and none comes when the window is used up: it would be refused as
   * that, or be struck by a fault that takes nothing from a window, which shows what was left.
   * Which of several at the same time came first, the journal cannot tell.
   */
  private static void assertRequests(Simulator simulator) {
    assertThat(simulator.journal())
        .allMatch(entry -> entry.items() <= BATCH)
        .extracting(JournalEntry::answer)
        .contains("ok")
        .doesNotContain("rate_limited", "invalid_request");
    assertThat(simulator.journal())
        .filteredOn(entry -> entry.status() == UNAVAILABLE)
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.window().orElseThrow().remaining()).isPositive());
  }

  /** Nobody is asked for again who was published and noted: only what was under way is. */
  private void assertMoney(Simulator simulator) {
    long broken = simulator.faults().stream().mapToLong(FaultBook.Fared::struck).sum();
    long users = simulator.meter().returned().getOrDefault(Resource.USER, 0L);
    assertThat(broken).as("faults that struck").isPositive();
    assertThat(users)
        .as("returned, also those of answers that broke or came to nobody")
        .isBetween((long) truth.size(), truth.size() + (KILLS * PARALLEL + broken) * BATCH);
    assertThat(simulator.meter().billed().get(Resource.USER)).isEqualTo(truth.size());
  }

  private void assertTokenIsNowhere() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> written = files.filter(Files::isRegularFile).toList();
      assertThat(written).hasSizeGreaterThan(KILLS);
      assertThat(written)
          .allSatisfy(file -> assertThat(text(file)).doesNotContainIgnoringCase("canary"));
    }
    for (String topic : List.of(installation.topics().raw(), installation.topics().outcomes())) {
      assertThat(read(topic)).isNotEmpty().allSatisfy(HarvestAcceptanceIT::assertNoToken);
    }
  }

  private static void assertNoToken(ConsumerRecord<String, byte[]> record) {
    StringBuilder all = new StringBuilder(record.key());
    record.headers().forEach(header -> all.append(new String(header.value(), UTF_8)));
    if (record.value() != null) {
      all.append(new String(record.value(), StandardCharsets.ISO_8859_1));
    }
    assertThat(all.toString()).doesNotContainIgnoringCase("canary");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<ConsumerRecord<String, byte[]>> read(String topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    TopicReading.required(installation.kafka(), "test-reader", topic)
        .forEach(records::add, read -> {});
    return records;
  }
}
