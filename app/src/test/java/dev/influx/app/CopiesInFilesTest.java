package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users of one run are compared with each other, whichever command reads them from wherever. */
class CopiesInFilesTest {
  private static final Path DEV = Path.of(System.getProperty("influx.shared"), "data", "dev");
  private static final String ANN = user(5_000_000_001L, "ann", "2010-01-01T01:01:01.000Z");
  private static final String BOB = user(5_000_000_002L, "bob", "2011-02-03T04:05:06.000Z");
  private static final String COPY = user(5_000_000_003L, "cid", "2010-01-01T01:01:01.000Z");

  @TempDir private Path directory;

  @Test
  void copiesAreFoundAcrossFilesAndStandardInput() throws IOException {
    TestingShell shell =
        new TestingShell(directory)
            .file("a.jsonl", ANN)
            .file("b.jsonl", BOB)
            .in(COPY.getBytes(UTF_8));

    assertThat(shell.run("evaluate", "--policy", "m0", "a.jsonl", "b.jsonl", "-"))
        .isEqualTo(ExitCode.OK);

    assertThat(shell.outLines())
        .satisfiesExactly(
            ann -> assertThat(ann).contains("\"codes\":[\"copied_metrics\"]"),
            bob -> assertThat(bob).contains("\"verdict\":\"accepted\""),
            copy -> assertThat(copy).contains("\"codes\":[\"copied_metrics\"]"));
  }

  @Test
  void aHandleBelongsToWhoWasSeenWithItLast() throws IOException {
    String before = BOB.replace("\"name\"", "\"fetched_at\":\"2026-01-01T00:00:00Z\",\"name\"");
    TestingShell shell =
        new TestingShell(directory).file("users", before + ANN.replace("ann", "BOB"));

    shell.run("evaluate", "--policy", "m0", "--as-of", "2026-01-02T00:00:00Z", "users");

    assertThat(shell.outLines())
        .satisfiesExactly(
            bob -> assertThat(bob).contains("\"codes\":[\"handle_reassigned\"]"),
            ann -> assertThat(ann).contains("\"verdict\":\"accepted\""));
  }

  @Test
  void whatStreamsInIsReadTwiceWhereverItComesFrom() throws Exception {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Thread writer = new Thread(() -> write(pipe, ANN + COPY));
    writer.start();
    TestingShell shell = new TestingShell(directory);

    assertThat(shell.run("evaluate", "--policy", "m0", "pipe")).isEqualTo(ExitCode.OK);
    writer.join();

    assertThat(shell.outLines())
        .hasSize(2)
        .allMatch(line -> line.contains("\"codes\":[\"copied_metrics\"]"));
  }

  @Test
  void everyCommandThatJudgesSaysTheSame() throws IOException {
    TestingShell shell = new TestingShell(directory).file("users.jsonl", ANN + BOB + COPY);

    shell.run("explain", "--policy", "m0", "--author", "cid", "users.jsonl");
    assertThat(shell.out()).contains("rejected: copied_metrics");
    TestingShell report = new TestingShell(directory);
    report.run("report", "--policy", "m0", "--format", "json", "users.jsonl");
    assertThat(new ObjectMapper().readTree(report.out()).at("/rejected/by_code/copied_metrics"))
        .hasToString("2");
  }

  @Test
  void aCheckedFileHasNoCopies() throws IOException {
    TestingShell shell = new TestingShell(directory).file("users.jsonl", ANN + BOB + COPY + ANN);

    assertThat(shell.run("validate", "--policy", "m0", "--format", "json", "users.jsonl"))
        .isEqualTo(ExitCode.CHECK_FAILED);

    assertThat(shell.outLines().stream().filter(line -> line.contains("\"copied_metrics\",")))
        .containsExactly(
            fault(1, 5_000_000_001L, "created in the same second as id 5000000003 in line 3"),
            fault(3, 5_000_000_003L, "created in the same second as id 5000000001 in line 1"));
  }

  @Test
  void whatIsKnownToBeInventedIsRefused() {
    TestingShell shell = new TestingShell(DEV);

    assertThat(shell.run("evaluate", "fabricated.jsonl")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines())
        .hasSize(12)
        .allMatch(line -> line.contains("\"verdict\":\"rejected\""))
        .allMatch(line -> line.contains("\"inauthentic\""));
  }

  private static String fault(int line, long id, String reason) {
    return ("{\"file\":\"users.jsonl\",\"line\":%d,\"id\":\"%d\",\"severity\":\"violation\","
            + "\"code\":\"copied_metrics\",\"where\":\"copies.same_second\",\"reason\":\"%s\"}")
        .formatted(line, id, reason);
  }

  private static String user(long id, String handle, String createdAt) {
    return """
        {"id":"%d","username":"%s","name":"Ann Other","created_at":"%s",\
        "public_metrics":{"followers_count":61234,"listed_count":77}}
        """
        .formatted(id, handle, createdAt);
  }

  private static void write(Path pipe, String text) {
    try (OutputStream out = Files.newOutputStream(pipe)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
