package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.app.pipe.Backlog;
import dev.influx.app.pipe.Wiring;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.schemas.RawProfile;
import dev.influx.scorer.topology.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Replays beside a live scorer, by the commands that a person types. */
@WithKafka
@Execution(ExecutionMode.CONCURRENT)
class ReplayIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path directory;

  @Test
  void underTheSamePolicyIsTheLiveListBitForBitAndLeavesNothingBehind(TestKafka kafka)
      throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory)) {
      observe(pipeline, 40);
      scoreAll(pipeline);
      Set<String> topicsBefore = topics(kafka, pipeline);
      Map<TopicPartition, Long> offsetsBefore = liveOffsets(pipeline);

      JsonNode plan = pipeline.json(ExitCode.OK, plan("same", "m2@2"));
      assertThat(plan.at("/plan/volume/records").asLong()).isEqualTo(40);
      assertThat(plan.at("/plan/volume/authors").asLong()).isEqualTo(20);
      assertThat(topics(kafka, pipeline)).isEqualTo(topicsBefore);

      run(pipeline, ExitCode.OK, "replay", "apply", "same.json");

      assertThat(results(pipeline, "replay.same.profiles.accepted"))
          .isNotEmpty()
          .isEqualTo(results(pipeline, "profiles.accepted"));
      assertThat(results(pipeline, "replay.same.profiles.rejected"))
          .isNotEmpty()
          .isEqualTo(results(pipeline, "profiles.rejected"));
      assertThat(liveOffsets(pipeline)).isEqualTo(offsetsBefore);
      JsonNode status = pipeline.json(ExitCode.OK, "replay", "status", "same");
      assertThat(status.get("state").textValue()).isEqualTo("complete");
      assertThat(status.get("percent").asDouble()).isEqualTo(100);

      assertThat(shell(pipeline, "replay", "abort", "same")).isEqualTo(ExitCode.NEEDS_CONFIRMATION);
      run(pipeline, ExitCode.OK, "replay", "abort", "same", "--yes");

      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(topics(kafka, pipeline)).isEqualTo(topicsBefore));
      assertThat(groups(kafka, pipeline)).noneMatch(group -> group.contains("replay.same"));
      assertThat(directory.resolve("data/replays/" + group(pipeline, "same"))).doesNotExist();
      assertThat(pipeline.json(ExitCode.OK, "replay", "log", "same"))
          .extracting(event -> event.get("action").textValue())
          .containsExactly("applied", "running", "complete", "aborting", "aborted");
    }
  }

  @Test
  void refusesAPlanThatWasChangedAndOneForAWorldThatIsNoMore(TestKafka kafka) throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory)) {
      observe(pipeline, 4);
      pipeline.json(ExitCode.OK, plan("other", "m2@2"));
      Path file = directory.resolve("other.json");
      String written = Files.readString(file);
      Files.writeString(file, written.replaceFirst("\"end\":[0-9]+", "\"end\":9"));

      TestingShell changed = pipeline.shell();
      assertThat(changed.run("replay", "apply", "other.json")).isEqualTo(ExitCode.FAILURE);
      assertThat(changed.errLines()).anyMatch(line -> line.contains("not as it was planned"));

      Files.writeString(file, written);
      deleteOldest(pipeline);
      TestingShell late = pipeline.shell();
      assertThat(late.run("replay", "apply", "other.json")).isEqualTo(ExitCode.FAILURE);
      assertThat(late.errLines()).anyMatch(line -> line.contains("were deleted meanwhile"));
      assertThat(pipeline.json(ExitCode.OK, "replay", "list")).isEmpty();
    }
  }

  @Test
  void leavesOutWhoIsNotAskedForAndWhatCameLater(TestKafka kafka) throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory)) {
      observe(pipeline, 40);
      pipeline.json(
          ExitCode.OK,
          "replay",
          "plan",
          "--policy",
          "m2@1",
          "--name",
          "few",
          "--sample",
          "40%",
          "--out",
          "few.json");
      RawProfile late = TestingObservations.author(99, 0);
      pipeline.observe(late);

      run(pipeline, ExitCode.OK, "replay", "apply", "few.json", "--rate", "1000");

      Set<String> judged =
          new TreeSet<>(results(pipeline, "replay.few.profiles.accepted").keySet());
      judged.addAll(results(pipeline, "replay.few.profiles.rejected").keySet());
      assertThat(judged).isNotEmpty().hasSizeLessThan(20).doesNotContain(late.getId());
    }
  }

  @Test
  void saysWhatAnotherPolicyWouldDoAndFailsOnWhatIsTooMuch(TestKafka kafka) throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory)) {
      observe(pipeline, 40);
      scoreAll(pipeline);
      pipeline.json(ExitCode.OK, plan("older", "m2@1"));
      run(pipeline, ExitCode.OK, "replay", "apply", "older.json");
      pipeline.observe(TestingObservations.author(0, 5));
      scoreAll(pipeline);

      JsonNode diff =
          pipeline.json(
              ExitCode.OVER_LIMIT,
              "replay",
              "diff",
              "older",
              "--html",
              "diff.html",
              "--fail-on",
              "mismatch>1%");

      assertThat(diff.get("live").asInt()).isEqualTo(20);
      assertThat(diff.get("newer").asInt()).isEqualTo(1);
      assertThat(diff.get("compared").asInt()).isEqualTo(19);
      assertThat(diff.get("missing").asInt() + diff.get("extra").asInt()).isZero();
      assertThat(diff.get("mismatch").asInt()).isPositive();
      assertThat(diff.at("/down/0/term").textValue()).contains(".");
      assertThat(diff.at("/limits")).hasSize(4);
      assertThat(Files.readString(directory.resolve("diff.html"))).contains("<svg");
      run(pipeline, ExitCode.OK, "replay", "diff", "older", "--fail-on", "missing>0");
      run(pipeline, ExitCode.USAGE, "replay", "diff", "older", "--fail-on", "missing>x");
    }
  }

  @Test
  void isPromotedWhenBothSidesSayTheSameAndCanBeTakenBack(TestKafka kafka) throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory)) {
      observe(pipeline, 40);
      scoreAll(pipeline);
      run(pipeline, ExitCode.OK, "policy", "publish", "m2@2");
      run(pipeline, ExitCode.OK, "policy", "activate", "m2@2");
      pipeline.json(ExitCode.OK, plan("next", "m2@1"));
      run(pipeline, ExitCode.OK, "replay", "apply", "next.json");
      pipeline.observe(TestingObservations.author(0, 5), TestingObservations.author(40, 0));
      run(pipeline, ExitCode.NEEDS_CONFIRMATION, "replay", "promote", "next");

      String[] pipe = {"-c", "topics.partitions=3"};
      try (Scorer scorer = pipeline.scorer()) {
        TestingShell shell = pipeline.shell();
        assertThat(
                shell.run("replay", "promote", "next", "--yes", "--wait", "1m", pipe[0], pipe[1]))
            .as("%s %s", shell.outLines(), shell.errLines())
            .isEqualTo(ExitCode.OK);
        assertThat(shell.outLines().get(0))
            .isEqualTo("21 ids are the same, 0 differ, 0 were seen too often to tell");
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(topics(kafka, pipeline))
                        .noneMatch(topic -> topic.contains("replay.next")));
        assertThat(scorer.authors()).hasValue(21);

        run(pipeline, ExitCode.OK, "replay", "rollback", "next");
      }
      assertThat(pipeline.json(ExitCode.OK, "policy", "status").toString()).contains("m2@2");
      assertThat(pipeline.json(ExitCode.OK, "replay", "log", "next"))
          .extracting(event -> event.get("action").textValue())
          .containsExactly(
              "applied",
              "running",
              "complete",
              "extended",
              "running",
              "complete",
              "promoted",
              "rolled-back");
    }
  }

  static void observe(TestingPipeline pipeline, int observations) throws Exception {
    pipeline.observe(
        IntStream.range(0, observations)
            .mapToObj(i -> TestingObservations.author(i / 2, i % 2))
            .toArray(RawProfile[]::new));
  }

  static void scoreAll(TestingPipeline pipeline) {
    try (Scorer scorer = pipeline.scorer();
        Backlog backlog = new Backlog(pipeline.installation.kafka())) {
      assertThat(scorer.name()).isEqualTo("scorer");
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  backlog.atRest(
                      Wiring.scorerGroup(pipeline.installation),
                      pipeline.installation.topics().scorerInputs()));
    }
  }

  static String[] plan(String name, String policy) {
    return new String[] {
      "replay", "plan", "--policy", policy, "--name", name, "--out", name + ".json"
    };
  }

  static void run(TestingPipeline pipeline, ExitCode expected, String... command) {
    TestingShell shell = pipeline.shell();
    assertThat(shell.run(command)).as("%s", shell.errLines()).isEqualTo(expected);
  }

  private static ExitCode shell(TestingPipeline pipeline, String... command) {
    return pipeline.shell().run(command);
  }

  private static String group(TestingPipeline pipeline, String replay) {
    return pipeline.installation.topics().prefix() + "replay." + replay;
  }

  private static Map<TopicPartition, Long> liveOffsets(TestingPipeline pipeline) throws Exception {
    try (Backlog backlog = new Backlog(pipeline.installation.kafka())) {
      return backlog.committed(Wiring.scorerGroup(pipeline.installation));
    }
  }

  /** What a compacted topic holds of each author, as bytes. */
  static Map<String, List<Byte>> results(TestingPipeline pipeline, String topic)
      throws IOException {
    Map<String, List<Byte>> live = new TreeMap<>();
    pipeline
        .records(pipeline.installation.topics().prefix() + topic)
        .forEach(
            record -> {
              live.remove(record.key());
              if (record.value() != null) {
                live.put(record.key(), bytes(record.value()));
              }
            });
    return live;
  }

  private static List<Byte> bytes(byte[] value) {
    return IntStream.range(0, value.length).mapToObj(i -> value[i]).toList();
  }

  private static void deleteOldest(TestingPipeline pipeline) throws Exception {
    String raw = pipeline.installation.topics().raw();
    try (Admin admin = Admin.create(pipeline.installation.kafka().client("test"))) {
      int partition = pipeline.records(raw).get(0).partition();
      admin
          .deleteRecords(
              Map.of(
                  new TopicPartition(raw, partition),
                  org.apache.kafka.clients.admin.RecordsToDelete.beforeOffset(1)))
          .all()
          .get();
    }
  }

  /** Of this installation alone: others are on the same broker. */
  static Set<String> topics(TestKafka kafka, TestingPipeline pipeline) throws Exception {
    try (Admin admin = admin(kafka)) {
      return admin.listTopics().names().get().stream()
          .filter(topic -> topic.startsWith(pipeline.installation.topics().prefix()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> groups(TestKafka kafka, TestingPipeline pipeline) throws Exception {
    try (Admin admin = admin(kafka)) {
      return admin.listGroups().all().get().stream()
          .map(GroupListing::groupId)
          .filter(group -> group.startsWith(pipeline.installation.topics().prefix()))
          .collect(Collectors.toSet());
    }
  }

  private static Admin admin(TestKafka kafka) {
    return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers(), "client.id", "t"));
  }
}
