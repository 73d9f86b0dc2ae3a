package dev.influx.scorer.topology;

import static dev.influx.scorer.Authors.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.embedded.EmbeddedRegistry;
import dev.influx.embedded.RegistrySettings;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.ScorerLedger;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.Authors;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account of raw records, as the topology keeps it. */
class LedgerTopologyTest {
  private static final Topics TOPICS = new Topics("t.");
  private static final byte[] GARBAGE = "not a record".getBytes(StandardCharsets.UTF_8);

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
  void everyRecordIsUnderWhatBecameOfIt() {
    try (TestingPipe pipe = pipe()) {
      seen(pipe, "1", 60_000);
      seen(pipe, "2", 6);
      seen(pipe, "1", 60_000);
      pipe.deliver(Authors.seen("1", NOON.minusSeconds(1), 60_000L, 1L));
      pipe.deliver(Authors.forgotten("2", NOON.plusSeconds(60)));
      pipe.deliver(Authors.seen("2", NOON.plusSeconds(61), 60_000L, 1L));
      pipe.deliver(Authors.seen("9", NOON, 60_000L, 1L));

      assertThat(pipe.ledger()).contains(ledger(0, 6, 1, 1, 0, 1, 4));
    }
  }

  @Test
  void aLetterIsCountedWithTheNextRecord() {
    try (TestingPipe pipe = pipe()) {
      pipe.raw.pipeInput("1", GARBAGE);
      seen(pipe, "2", 60_000);
      pipe.raw.pipeInput("5", valueOf("6"));
      pipe.raw.pipeInput("1", GARBAGE);
      seen(pipe, "3", 60_000);

      assertThat(pipe.ledger()).contains(ledger(0, 4, 2, 0, 3, 0, 0));
    }
  }

  @Test
  void theLastLetterIsCountedWithinASecond() {
    try (TestingPipe pipe = pipe()) {
      seen(pipe, "1", 60_000);
      pipe.raw.pipeInput("2", GARBAGE);
      assertThat(pipe.ledger()).contains(ledger(0, 0, 1, 0, 0, 0, 0));

      pipe.pass(Duration.ofSeconds(1));

      assertThat(pipe.ledger()).contains(ledger(0, 1, 1, 0, 1, 0, 0));
    }
  }

  @Test
  void lettersOfOtherTopicsAreNoneOfIt() {
    try (TestingPipe pipe = pipe()) {
      pipe.put(TOPICS.claims(), GARBAGE, GARBAGE);
      pipe.put(TOPICS.clashes(), GARBAGE, GARBAGE);
      pipe.pass(Duration.ofSeconds(1));

      assertThat(pipe.dead.getQueueSize()).isEqualTo(2);
      assertThat(pipe.ledger()).isEmpty();
    }
  }

  private TestingPipe pipe() {
    return new TestingPipe(registry, TOPICS, directory, "9"::equals);
  }

  private static void seen(TestingPipe pipe, String id, long followers) {
    pipe.deliver(Authors.seen(id, NOON, followers, 1L));
  }

  private static byte[] valueOf(String id) {
    return registry
        .serializer(RawProfile.class)
        .serialize(TOPICS.raw(), Authors.seen(id, NOON, 60_000L, 1L));
  }

  /** Counts in the order of the schema. */
  private static ScorerLedger ledger(long from, long through, long... counts) {
    return new ScorerLedger(
        from, through, counts[0], counts[1], counts[2], counts[3], counts[4], List.of(), 0L);
  }
}
