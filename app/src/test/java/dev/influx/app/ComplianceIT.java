package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.app.pipe.RecordedHistory;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.lists.policies.Policies;
import dev.influx.runtime.Health;
import dev.influx.runtime.compliance.ForgottenAuthors;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.scorer.topology.Scorer;
import dev.influx.scorer.topology.ScorerSettings;
import dev.influx.scorer.topology.StoreKind;
import dev.influx.sink.RunningSink;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Authors who are removed on request, and what X says of others, in a running pipe. */
@WithKafka
@Execution(ExecutionMode.CONCURRENT)
class ComplianceIT {
  private static final Path DEV = Path.of(System.getProperty("influx.shared"), "data", "dev");
  private static final Instant AS_OF = Instant.parse("2025-11-28T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int AUTHORS = 6;

  private final List<RawProfile> authors =
      TestingList.of(DEV.resolve("users.jsonl"), "m2@2", AS_OF).accepted().stream()
          .filter(author -> author.getProfile().getLocation() != null)
          .limit(AUTHORS)
          .map(author -> RecordedHistory.of(author).last())
          .toList();

  private final RawProfile subject = authors.get(0);
  private final String id = subject.getId();
  private final String handle = subject.getProfile().getHandle();

  @TempDir private Path directory;

  private TestingPipeline pipe;

  @BeforeEach
  void prepare(TestKafka kafka) {
    pipe = new TestingPipeline(kafka, directory);
  }

  @AfterEach
  void close() throws Exception {
    pipe.close();
  }

  @Test
  void whoIsForgottenLeavesAndNeverComesBack() throws Exception {
    try (RunningSink sink = pipe.sink()) {
      try (Scorer scorer = pipe.scorer()) {
        pipe.observe(authors.toArray(RawProfile[]::new));
        await().atMost(PATIENCE).until(() -> pipe.listed().equals(ids()));

        forget();
        await().atMost(PATIENCE).until(() -> pipe.listed().equals(withoutSubject()));
        assertThat(sink.health()).isEqualTo(Health.ready());

        pipe.observe(later(subject), later(authors.get(1)));
        await().atMost(PATIENCE).until(() -> scoredAgain(authors.get(1)));
        assertThat(pipe.listed()).isEqualTo(withoutSubject());
        assertThat(scorer.authors()).hasValue(AUTHORS);
      }
      assertThatAScorerThatStartsOverLearnsNothing();
      assertThat(pipe.listed()).isEqualTo(withoutSubject());
    }
  }

  private void forget() throws Exception {
    TestingShell shell = pipe.shell();
    assertThat(shell.run("forget", "@" + handle)).isEqualTo(ExitCode.NEEDS_CONFIRMATION);
    assertThat(shell.outLines()).last().isEqualTo("  " + id + "  @" + handle);
    assertThat(pipe.records(pipe.installation.topics().compliance())).isEmpty();

    assertThat(
            shell.run(
                "forget", "@" + handle.toUpperCase(Locale.ROOT), "--reason", "letter 17", "--yes"))
        .as("%s", shell.errLines())
        .isEqualTo(ExitCode.OK);
    assertThat(shell.outLines()).last().asString().startsWith(id + ": forgotten at ");

    JsonNode status = pipe.json(ExitCode.OK, "compliance", "status");
    assertThat(status.at("/counts/done").asInt()).isEqualTo(1);
    assertThat(status.at("/requests/0/id").textValue()).isEqualTo(id);
    assertThat(status.at("/requests/0/reason").textValue()).isEqualTo("letter 17");
    assertThat(Duration.between(time(status, "requested_at"), time(status, "deadline")))
        .isEqualTo(Duration.ofHours(24));
    ForgottenAuthors forgotten =
        ForgottenAuthors.read(pipe.installation.kafka(), pipe.registry, pipe.installation.topics());
    assertThat(forgotten.hasId(id) && forgotten.hasHandle(handle)).isTrue();
    TestingShell export = pipe.shell();
    assertThat(export.run("compliance", "export")).isEqualTo(ExitCode.OK);
    assertThat(export.outLines()).containsExactlyInAnyOrderElementsOf(withoutSubject());
  }

  /** Of all records of its own, from the first to the last. */
  private void assertThatAScorerThatStartsOverLearnsNothing() throws Exception {
    Set<String> accepted = places(pipe.records(pipe.installation.topics().accepted()));
    Set<String> rejected = places(pipe.records(pipe.installation.topics().rejected()));
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (Scorer scorer = startOver(meters)) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(withoutSubject())
                      .isSubsetOf(keys(since(pipe.installation.topics().accepted(), accepted))));
      await().atMost(PATIENCE).until(() -> scorer.authors().orElse(0) == AUTHORS);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  meters.get("influx.records").tag("outcome", "forgotten").counter().count() == 3);
    }
    assertThat(since(pipe.installation.topics().accepted(), accepted))
        .filteredOn(record -> record.key().equals(id))
        .allMatch(record -> record.value() == null);
    assertThat(since(pipe.installation.topics().rejected(), rejected))
        .filteredOn(record -> record.key().equals(id))
        .allMatch(record -> record.value() == null);
  }

  private Scorer startOver(SimpleMeterRegistry meters) {
    ScorerSettings settings =
        new ScorerSettings(
                pipe.installation.topics().prefix() + "again",
                "again-1",
                directory.resolve("again"),
                1,
                StoreKind.HASH,
                Duration.ofMillis(100),
                Map.of())
            .without(
                ForgottenAuthors.whenAsked(
                    pipe.installation.kafka(), pipe.registry, pipe.installation.topics()));
    return Scorer.start(
        settings,
        Policies.bundled().find("m2@2").orElseThrow(),
        pipe.installation.kafka(),
        pipe.registry,
        pipe.installation.topics(),
        meters);
  }

  @Test
  void aRequestThatNobodyMeetsIsOverdueUntilTheAuthorIsGone() throws Exception {
    String accepted = pipe.installation.topics().accepted();
    pipe.send(accepted, id, new byte[] {1});
    TestingShell shell = pipe.shell();
    String received = Instant.now().minus(2, ChronoUnit.DAYS).toString();

    assertThat(shell.run("forget", id, "--received", received, "--wait", "1ms", "--yes"))
        .as("%s", shell.errLines())
        .isEqualTo(ExitCode.OK);
    assertThat(shell.outLines()).last().asString().startsWith(id + ": noted, due ");
    JsonNode status = pipe.json(ExitCode.CHECK_FAILED, "compliance", "status");
    assertThat(status.at("/counts/overdue").asInt()).isEqualTo(1);
    assertThat(pipe.shell().run("forget", "--list")).isEqualTo(ExitCode.CHECK_FAILED);

    pipe.send(accepted, id, null);
    assertThat(pipe.json(ExitCode.OK, "compliance", "status").at("/counts/gone").asInt())
        .isEqualTo(1);
    pipe.json(ExitCode.OK, "compliance", "status", "--note");
    assertThat(pipe.json(ExitCode.OK, "compliance", "status").at("/counts/late").asInt())
        .isEqualTo(1);
  }

  @Test
  void theRawTopicIsCopiedWithoutTheForgotten() throws Exception {
    String raw = pipe.installation.topics().raw();
    String kept = pipe.installation.topics().prefix() + "kept";
    pipe.observe(authors.toArray(RawProfile[]::new));
    pipe.observe(later(subject));
    pipe.send(raw, id, "no record".getBytes(UTF_8));
    pipe.send(raw, "7", "no record".getBytes(UTF_8));
    assertThat(pipe.shell().run("forget", id, "--wait", "1ms", "--yes")).isEqualTo(ExitCode.OK);

    TestingShell shell = pipe.shell();
    assertThat(shell.run("compliance", "rewrite", "--to", kept))
        .as("%s", shell.errLines())
        .isEqualTo(ExitCode.OK);

    assertThat(shell.outLines()).containsExactly(AUTHORS + 1 + " records copied, 3 left out");
    assertThat(pipe.records(kept))
        .extracting(ConsumerRecord::key)
        .containsExactlyInAnyOrderElementsOf(with(ids(), "7"));
    assertThat(pipe.records(kept)).map(ComplianceIT::content).isSubsetOf(contents(raw));
    assertThat(shell.run("compliance", "rewrite", "--to", kept)).isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines()).contains("why: there are, or were, records in it");
  }

  private List<String> contents(String topic) {
    return pipe.records(topic).stream().map(ComplianceIT::content).toList();
  }

  /** All but its offset. */
  private static String content(ConsumerRecord<String, byte[]> record) {
    return record.partition()
        + " "
        + record.key()
        + " "
        + record.timestamp()
        + " "
        + HexFormat.of().formatHex(record.value());
  }

  private static Set<String> with(Set<String> ids, String other) {
    return Stream.concat(ids.stream(), Stream.of(other)).collect(Collectors.toSet());
  }

  @Test
  void aResultIsAppliedToWhoIsLive() throws Exception {
    String scrubbed = authors.get(1).getId();
    Files.writeString(
        directory.resolve("result.jsonl"),
        line(id, "suspended")
            + line(scrubbed, "scrub_geo")
            + line("1", "deleted")
            + "{}\n"
            + line(id, "withheld"));
    try (RunningSink sink = pipe.sink();
        Scorer scorer = pipe.scorer()) {
      pipe.observe(authors.toArray(RawProfile[]::new));
      await().atMost(PATIENCE).until(() -> pipe.listed().equals(ids()));
      String[] apply = {"compliance", "apply", "result.jsonl"};
      int raw = pipe.records(pipe.installation.topics().raw()).size();

      JsonNode dry =
          pipe.json(ExitCode.CHECK_FAILED, "compliance", "apply", "result.jsonl", "--dry-run");
      assertThat(pipe.records(pipe.installation.topics().raw())).hasSize(raw);
      JsonNode counts = pipe.json(ExitCode.CHECK_FAILED, apply);

      assertThat(dry.get("dry_run").booleanValue()).isTrue();
      assertThat(counts.toString())
          .isEqualTo(
              "{\"dry_run\":false,\"deleted\":0,\"suspended\":1,\"protected\":0,\"deactivated\":0,"
                  + "\"scrub_geo\":1,\"without_location\":0,\"not_here\":1,\"bad_lines\":2}");
      await().atMost(PATIENCE).until(() -> pipe.listed().equals(withoutSubject()));
      await().atMost(PATIENCE).until(() -> last(scrubbed).getProfile().getLocation() == null);
      assertThat(last(scrubbed).getProvenance().getLine()).isEqualTo(2);
      assertThat(sink.health()).isEqualTo(Health.ready());
      assertThat(scorer.authors()).hasValue(AUTHORS);
    }
  }

  private static String line(String id, String reason) {
    return "{\"id\":\""
        + id
        + "\",\"action\":\"delete\",\"created_at\":\"2017-09-10T20:06:52.526Z\",\"reason\":\""
        + reason
        + "\"}\n";
  }

  private static Instant time(JsonNode status, String key) {
    return Instant.parse(status.at("/requests/0/" + key).textValue());
  }

  private static RawProfile later(RawProfile author) {
    return RawProfile.newBuilder(author)
        .setFetchedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(3_600))
        .build();
  }

  private Set<String> ids() {
    return authors.stream().map(RawProfile::getId).collect(Collectors.toSet());
  }

  private Set<String> withoutSubject() {
    return ids().stream().filter(each -> !each.equals(id)).collect(Collectors.toSet());
  }

  private boolean scoredAgain(RawProfile author) {
    return last(author.getId()).getObservedAt().isAfter(author.getFetchedAt());
  }

  private ScoredProfile last(String author) {
    String topic = pipe.installation.topics().accepted();
    List<ConsumerRecord<String, byte[]>> records =
        pipe.records(topic).stream().filter(record -> record.key().equals(author)).toList();
    return pipe.registry
        .deserializer(ScoredProfile.class)
        .deserialize(topic, records.get(records.size() - 1).value());
  }

  private List<ConsumerRecord<String, byte[]>> since(String topic, Set<String> before) {
    return pipe.records(topic).stream().filter(record -> !before.contains(place(record))).toList();
  }

  private static Set<String> places(List<ConsumerRecord<String, byte[]>> records) {
    return records.stream().map(ComplianceIT::place).collect(Collectors.toSet());
  }

  private static String place(ConsumerRecord<String, byte[]> record) {
    return record.partition() + "@" + record.offset();
  }

  private static Set<String> keys(List<ConsumerRecord<String, byte[]>> records) {
    return records.stream().map(ConsumerRecord::key).collect(Collectors.toSet());
  }
}
