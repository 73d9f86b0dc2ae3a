package dev.influx.harvester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.harvester.api.Answer.Stop.Kind;
import dev.influx.harvester.api.UnableToAskException;
import dev.influx.harvester.plan.Ending;
import dev.influx.lists.seeds.Seed;
import dev.influx.simulator.AccessToken;
import dev.influx.simulator.JournalEntry;
import dev.influx.simulator.Simulator;
import dev.influx.simulator.SimulatorSettings;
import dev.influx.simulator.fault.FaultBook;
import dev.influx.simulator.fault.FaultKind;
import dev.influx.simulator.fault.FaultScript;
import dev.influx.simulator.world.World;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault that the simulator knows, one by one, and what must hold when it strikes. */
@WithKafka
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
final class EveryFaultIT {
  private static final int AUTHORS = 60;
  private static final int BATCH = 20;

  /** How each fault ends: the harvest, or one request of it, which is made again. */
  private static final Map<Effect, List<String>> FAULTS =
      Map.of(
          Effect.AGAIN,
          List.of(
              "error_500",
              "error_502",
              "error_503_json",
              "error_503_text",
              "error_503_envoy",
              "error_503_html",
              "error_403_html",
              "error_408",
              "refuse_connections, seconds: 1",
              "reset_before_headers",
              "reset_in_body",
              "stall, seconds: 1",
              "wrong_content_length",
              "empty_body",
              "truncated_json",
              "truncated_gzip",
              "gzip_bomb",
              "invalid_utf8"),
          Effect.WAITS,
          List.of("error_429"),
          Effect.NONE,
          List.of(
              "slow_drip, seconds: 1",
              "chunked",
              "duplicate_keys",
              "unknown_keys",
              "numbers_as_strings",
              "date_utc",
              "date_gmt",
              "date_absent",
              "clock_skew, seconds: 3600",
              "clock_skew, seconds: -3600",
              "rate_reset_past",
              "rate_reset_far",
              "rate_reset_no_number",
              "rate_headers_absent",
              "retry_after, seconds: 1"),
          Effect.AUTH,
          List.of(
              "error_401",
              "error_403_json",
              "error_403_not_enrolled",
              "error_403_suspended_caller"),
          Effect.QUOTA,
          List.of("error_402", "error_429_usage_capped"),
          Effect.CONFIG,
          List.of("error_404", "redirect_301", "redirect_307"));

  /** What follows from a fault. */
  private enum Effect {
    AGAIN,
    WAITS,
    NONE,
    AUTH,
    QUOTA,
    CONFIG
  }

  private record Case(String fault, Effect effect) {
    @Override
    public String toString() {
      return fault + ": " + effect.name().toLowerCase(Locale.ROOT);
    }
  }

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
  void areAllInTheTable() {
    Set<String> named =
        FAULTS.values().stream()
            .flatMap(List::stream)
            .map(fault -> fault.replaceFirst(",.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named)
        .isEqualTo(
            Arrays.stream(FaultKind.values())
                .map(FaultKind::wire)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  static Stream<Case> faultsThatPass() {
    return cases(Set.of(Effect.AGAIN, Effect.WAITS, Effect.NONE));
  }

  static Stream<Case> faultsThatEndIt() {
    return cases(Set.of(Effect.AUTH, Effect.QUOTA, Effect.CONFIG));
  }

  private static Stream<Case> cases(Set<Effect> effects) {
    return Stream.of(Effect.values())
        .filter(effects::contains)
        .flatMap(effect -> FAULTS.get(effect).stream().map(fault -> new Case(fault, effect)));
  }

  @ParameterizedTest
  @MethodSource("faultsThatPass")
  void losesNobody(Case fault) throws InterruptedException {
    try (Simulator simulator = Simulator.start(settings(fault))) {
      List<Seed> seeds = Harvesting.seedsOf(simulator);
      HarvestProgress progress = harvesting.once(settings(simulator), seeds);

      assertThat(simulator.faults()).extracting(FaultBook.Fared::struck).containsExactly(1L);
      assertThat(progress.pending()).isZero();
      assertThat(progress.count(Ending.UNAVAILABLE)).isZero();
      assertThat(progress.batches().failed()).isZero();
      Set<String> ids =
          harvesting.topics().raw().stream()
              .map(ConsumerRecord::key)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(ids).hasSize(progress.count(Ending.FOUND)).isEqualTo(visible(simulator, seeds));
      assertThat(harvesting.topics().raw()).as("nobody is published twice").hasSize(ids.size());
      assertRequests(progress.requests(), fault, seeds.size());
    }
  }

  /** The batch that was struck comes once more; a server that takes no connection strikes often. */
  private static void assertRequests(long made, Case fault, int seeds) {
    int batches = (seeds + BATCH - 1) / BATCH;
    if (fault.fault().startsWith("refuse_connections")) {
      assertThat(made).isGreaterThan(batches);
    } else {
      assertThat(made).isEqualTo(fault.effect() == Effect.NONE ? batches : batches + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("faultsThatEndIt")
  void asksForNobodyElseAndSaysWhatToDo(Case fault) throws InterruptedException {
    String token = "canary-of-every-fault";
    try (TestingLog log = TestingLog.watchFor(token);
        Simulator simulator = Simulator.start(settings(fault).withToken(AccessToken.of(token)));
        RunningHarvester harvester =
            harvesting.start(settings(simulator).onlyOnce(), Harvesting.seedsOf(simulator))) {
      assertThatExceptionOfType(UnableToAskException.class)
          .isThrownBy(harvester::awaitEnd)
          .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.valueOf(fault.effect().name())))
          .satisfies(e -> assertThat(e.remedy()).isNotBlank())
          .satisfies(e -> assertThat(e.what() + e.why() + e.remedy()).doesNotContain(token));
      assertThat(simulator.journal())
          .as("asked once, and not elsewhere")
          .extracting(JournalEntry::fault)
          .hasSize(1);
      assertThat(log.leaks()).isEmpty();
    }
    assertThat(harvesting.topics().raw()).isEmpty();
    assertThat(harvesting.topics().outcomes()).as("nobody is said to be missing").isEmpty();
  }

  private static HarvesterSettings settings(Simulator simulator) {
    return Harvesting.settings(simulator).withBatchSize(BATCH);
  }

  private static SimulatorSettings settings(Case fault) {
    String script = "faults: [{kind: %s, nth: 1}]".formatted(fault.fault());
    return SimulatorSettings.defaults()
        .withAuthors(AUTHORS)
        .withVirtualTime(World.START, 0)
        .withRateLimit(300, Duration.ofSeconds(2))
        .with(FaultScript.parse(script, fault.fault()));
  }

  private static Set<String> visible(Simulator simulator, List<Seed> seeds) {
    return seeds.stream()
        .flatMap(
            seed -> simulator.world().byHandle(seed.handle(), simulator.virtualTime()).stream())
        .filter(author -> !author.suspended())
        .map(author -> author.id())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
