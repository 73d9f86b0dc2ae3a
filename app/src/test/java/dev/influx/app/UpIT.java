package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The first command of the README, as a user runs it. */
@Isolated("it looks at how whole pipes begin and end, which takes the processors")
class UpIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;

  @Test
  void untilIdleHarvestsScoresAndPublishesEverySeed() throws Exception {
    try (TestingInflux up = up("--until-idle")) {
      assertThat(up.exitCode()).as(up.err()).isZero();
      assertThat(up.err()).contains("every seed is harvested, scored and published");
    }
    List<JsonNode> list = list();
    assertThat(list).hasSizeGreaterThan(10);
    assertThat(list)
        .extracting(author -> author.at("/meta/score").doubleValue())
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(list).extracting(author -> author.get("id").asText()).doesNotHaveDuplicates();
    assertManifestDescribesTheList();
    assertTheListIsAsItShouldBe();
  }

  @Test
  void aSecondRunGoesOnWhereTheFirstOneWasKilled() throws Exception {
    long observations;
    try (TestingInflux up = up()) {
      await().atMost(Duration.ofSeconds(90)).until(() -> published());
      observations = status().get("observations").longValue();
      assertAuthorsAreExplained();
      up.kill();
    }
    try (TestingInflux up = up("--until-idle")) {
      assertThat(up.exitCode()).as(up.err()).isZero();
    }
    assertManifestDescribesTheList();
    try (TestingInflux up = up()) {
      await().atMost(Duration.ofSeconds(90)).until(() -> running(up));
      JsonNode status = status();
      assertThat(status.get("observations").longValue()).isGreaterThan(observations);
      assertThat(status.at("/conservation/accepted").longValue()).isPositive();
      assertThat(status.at("/conservation/gap_records").asLong(-1)).isZero();
    }
  }

  @Test
  void aRequestToStopIsFollowedInOrder() throws Exception {
    try (TestingInflux up = up()) {
      await().atMost(Duration.ofSeconds(90)).until(() -> published());
      assertSnapshotsAreMadeOnDemandAndComeOutOfTheTopicsAgain();
      up.terminate();
      assertThat(up.exitCode()).isEqualTo(143);
      assertThat(up.err()).contains("stopping").doesNotContain("could not be stopped", "Exception");
    }
    assertThat(directory.resolve("d/addresses.json")).doesNotExist();
    assertManifestDescribesTheList();
  }

  @Test
  void aPortThatWasNamedAndIsTakenIsExplained() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        TestingInflux up = up("--broker-port", Integer.toString(taken.getLocalPort()))) {
      assertThat(up.exitCode()).isEqualTo(1);
      assertThat(up.err()).contains("error: ", "why: ", "what to do: ", "" + taken.getLocalPort());
    }
  }

  @Test
  void aDirectoryThatCannotBeMadeIsExplained() throws Exception {
    Files.writeString(directory.resolve("d"), "a file");
    try (TestingInflux up = up()) {
      assertThat(up.exitCode()).isEqualTo(1);
      assertThat(up.err()).contains("error: ", "why: ", "what to do: ");
    }
  }

  private TestingInflux up(String... more) {
    List<String> args = new ArrayList<>(List.of("up", "--authors", "300", "--data", "d"));
    args.addAll(List.of(more));
    return TestingInflux.start(directory, args.toArray(String[]::new));
  }

  private boolean published() {
    return Files.exists(directory.resolve("d/manifest.json"));
  }

  private boolean running(TestingInflux up) {
    return Files.exists(directory.resolve("d/addresses.json")) && up.err().contains("lag 0");
  }

  /** By the state that the scorer has logged; the first of the list is surely in it. */
  private void assertAuthorsAreExplained() throws Exception {
    JsonNode first = JSON.readTree(Files.readAllLines(directory.resolve("d/latest.jsonl")).get(0));
    String handle = "@" + first.get("handle").textValue();
    try (TestingInflux explain =
        TestingInflux.start(
            directory, "explain", handle, "-c", "sink.data_dir=d", "--format", "json")) {
      assertThat(explain.exitCode()).as(explain.err()).isZero();
      assertThat(JSON.readTree(explain.out()).get("id")).isEqualTo(first.get("id"));
    }
    try (TestingInflux explain =
        TestingInflux.start(directory, "explain", "@nobody", "-c", "sink.data_dir=d")) {
      assertThat(explain.exitCode()).isEqualTo(ExitCode.FAILURE.code());
      assertThat(explain.err()).contains("the scorer knows no author with that handle");
    }
  }

  /** By the sink that is at work there, which is found by its directory. */
  private void assertSnapshotsAreMadeOnDemandAndComeOutOfTheTopicsAgain() throws Exception {
    try (TestingInflux create =
        TestingInflux.start(directory, "snapshot", "create", "--data", "d")) {
      assertThat(create.exitCode()).as(create.err()).isZero();
      String id = create.out().strip();
      try (TestingInflux verify =
          TestingInflux.start(directory, "snapshot", "verify", id, "--recompute", "--data", "d")) {
        assertThat(verify.exitCode()).as(verify.out() + verify.err()).isZero();
        assertThat(verify.out()).contains(id.substring(0, 8), "is as its manifest says");
      }
    }
  }

  private JsonNode status() throws Exception {
    try (TestingInflux status =
        TestingInflux.start(directory, "status", "--data", "d", "--format", "json")) {
      assertThat(status.exitCode()).as(status.err()).isZero();
      return JSON.readTree(status.out());
    }
  }

  private List<JsonNode> list() throws IOException {
    List<JsonNode> authors = new ArrayList<>();
    for (String line : Files.readAllLines(directory.resolve("d/latest.jsonl"))) {
      authors.add(JSON.readTree(line));
    }
    return authors;
  }

  private void assertTheListIsAsItShouldBe() {
    TestingShell shell = new TestingShell(directory);
    assertThat(shell.run("validate", "d/latest.jsonl", "--manifest", "d/manifest.json"))
        .as("%s", shell.outLines())
        .isEqualTo(ExitCode.OK);
  }

  private void assertManifestDescribesTheList() throws Exception {
    JsonNode manifest = JSON.readTree(directory.resolve("d/manifest.json").toFile());
    byte[] bytes = Files.readAllBytes(directory.resolve("d/latest.jsonl"));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    assertThat(manifest.get("count").intValue()).isEqualTo(list().size());
    assertThat(manifest.get("sha256").asText()).isEqualTo(HexFormat.of().formatHex(digest));
  }
}
