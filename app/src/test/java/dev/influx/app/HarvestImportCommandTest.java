package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.harvester.imports.ImportCounts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command says of files, without a broker. */
class HarvestImportCommandTest {
  private static final Path DEV = Path.of(System.getProperty("influx.shared"), "data", "dev");
  private static final String AS_OF = "2025-11-28T00:00:00Z";
  private static final String MIXED =
      """
      {"data":[{"id":"17","username":"kiln"},{"id":"1234567890123456","username":"typed"}],
       "errors":[{"value":"gone_one","title":"Not Found Error","parameter":"usernames"}]}
      {"id":"18","username":"lathe","verified_type":"org"}
      {"batch_id":4}
      {"id":"19","user
      """;

  @TempDir private Path directory;

  @Test
  void saysWhatBecameOfEverything() throws IOException {
    TestingShell shell = new TestingShell(directory).file("mixed.jsonl", MIXED);
    assertThat(shell.run("harvest", "import", "--dry-run", "--as-of", AS_OF, "mixed.jsonl"))
        .isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.outLines())
        .containsExactly(
            "WHAT                COUNT",
            "read                    6",
            "would be published      2",
            "  bare                  1",
            "  data[]                1",
            "not found               1",
            "  not_found             1",
            "quarantined             2",
            "  broken_json           1",
            "  placeholder_id        1",
            "passed over             1",
            "",
            "ODD, BUT PUBLISHED  COUNT",
            "odd_verified_type       1");
    assertThat(shell.errLines()).hasSize(2);
    assertThat(shell.errLines().get(0))
        .isEqualTo("mixed.jsonl:1: placeholder_id: the id is \"1234567890123456\"");
    assertThat(shell.errLines().get(1)).startsWith("mixed.jsonl:5: broken_json: ");
  }

  @Test
  void addsUpForPrograms() throws IOException {
    TestingShell shell = new TestingShell(directory).in(gzip(MIXED));
    assertThat(
            shell.run("harvest", "import", "--dry-run", "--as-of", AS_OF, "--format", "json", "-"))
        .isEqualTo(ExitCode.CHECK_FAILED);
    JsonNode summary = new ObjectMapper().readTree(shell.out());
    assertThat(summary.fieldNames())
        .toIterable()
        .containsExactly(
            "dry_run",
            "read",
            "published",
            "not_found",
            "quarantined",
            "passed_over",
            "forgotten",
            "shapes",
            "outcomes",
            "quarantine",
            "doubts");
    assertThat(summary.get("read").asLong())
        .isEqualTo(
            sum(summary.get("shapes"))
                + sum(summary.get("outcomes"))
                + sum(summary.get("quarantine"))
                + summary.get("passed_over").asLong());
    assertThat(summary.get("published").asLong()).isEqualTo(sum(summary.get("shapes")));
  }

  @Test
  void takesTheRealAuthorsAndRefusesNone() {
    TestingShell shell = new TestingShell(DEV);
    assertThat(
            shell.run(
                "harvest",
                "import",
                "--dry-run",
                "--as-of",
                AS_OF,
                "users.jsonl",
                "fabricated.jsonl"))
        .isEqualTo(ExitCode.OK);
    assertThat(shell.outLines()).contains("  bare                319");
    assertThat(shell.errLines()).isEmpty();
  }

  @Test
  void wantsToKnowWhenAFileWasFetched() throws IOException {
    TestingShell shell =
        new TestingShell(directory).file("a.jsonl", "{\"id\":\"17\",\"username\":\"kiln\"}");
    assertThat(shell.run("harvest", "import", "--dry-run", "a.jsonl")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.errLines())
        .containsExactly(
            "error: the users of a.jsonl cannot be imported",
            "why: the one in line 1 has no fetched_at, so nobody knows when it was like that",
            "what to do: say when the file was fetched, such as --as-of 2025-11-28T00:00:00Z");
  }

  @Test
  void explainsAFileThatIsNotThere() {
    TestingShell shell = new TestingShell(directory);
    assertThat(shell.run("harvest", "import", "--dry-run", "none.jsonl"))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines()).contains("why: there is no such file");
  }

  @Test
  void explainsThatNoBrokerAnswers() throws IOException {
    TestingShell shell = new TestingShell(directory).file("a.jsonl", "");
    assertThat(
            shell.run("harvest", "import", "-c", "kafka.bootstrap_servers=127.0.0.1:1", "a.jsonl"))
        .isEqualTo(ExitCode.BROKER_UNREACHABLE);
  }

  @Test
  void saysHowFarItIsOnceItTakesAWhile() {
    AtomicLong nanos = new AtomicLong();
    StringWriter out = new StringWriter();
    StringWriter terminal = new StringWriter();
    ImportProgress lines =
        new ImportProgress(new PrintWriter(out, true), false, nanos::get, () -> 25);
    ImportProgress line =
        new ImportProgress(new PrintWriter(terminal, true), true, nanos::get, () -> 25);
    ImportCounts counts =
        new ImportCounts(
            90, new TreeMap<>(Map.of("not_found", 10L)), Map.of(), 0, 0, new TreeMap<>(), Map.of());
    for (ImportProgress each : new ImportProgress[] {lines, line}) {
      each.show(counts);
    }
    assertThat(out.toString()).isEmpty();
    nanos.set(4_000_000_000L);
    lines.show(counts);
    lines.show(counts);
    line.show(counts);
    assertThat(out.toString())
        .isEqualTo(
            "{\"read\":100,\"published\":90,\"not_found\":10,\"quarantined\":0,"
                + "\"percent\":25,\"eta_seconds\":12}\n");
    assertThat(terminal.toString())
        .isEqualTo("\r\u001b[K100 read · 0 quarantined · 25/s · 25 % · 12 s left");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  private static long sum(JsonNode counts) {
    return StreamSupport.stream(counts.spliterator(), false).mapToLong(JsonNode::asLong).sum();
  }
}
