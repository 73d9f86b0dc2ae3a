package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.luben.zstd.Zstd;
import dev.influx.schemas.published.AuthorSchema;
import dev.influx.schemas.published.Sha256Hex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
  private static final String LIST = TestingPublished.list(3);

  @TempDir private Path directory;

  @Test
  void saysThatAListIsAsItShouldBe() throws IOException {
    TestingShell shell =
        new TestingShell(directory).file("latest.jsonl", LIST).file("manifest.json", manifest());

    assertThat(shell.run("validate", "latest.jsonl", "--manifest", "manifest.json", "--strict"))
        .isEqualTo(ExitCode.OK);
    assertThat(shell.outLines())
        .containsExactly("latest.jsonl: 3 authors, 0 violations, 0 warnings");
    assertThat(shell.errLines()).isEmpty();
  }

  @Test
  void showsWhatIsWrongInATable() throws IOException {
    TestingShell shell = shellWithFaults();

    assertThat(shell.run("validate", "spoilt.jsonl", "--manifest", "manifest.json"))
        .isEqualTo(ExitCode.CHECK_FAILED);
    Golden.check("validate/spoilt.txt", withoutHashes(shell));
    assertThat(shell.errLines()).isEmpty();
  }

  @Test
  void writesWhatIsWrongForPrograms() throws IOException {
    TestingShell shell = shellWithFaults();

    assertThat(
            shell.run(
                "validate", "--format", "json", "spoilt.jsonl", "--manifest", "manifest.json"))
        .isEqualTo(ExitCode.CHECK_FAILED);
    Golden.check("validate/spoilt.jsonl", withoutHashes(shell));
    JsonMapper json = new JsonMapper();
    for (String line : shell.outLines()) {
      assertThat(json.readTree(line).isObject()).isTrue();
    }
  }

  @Test
  void readsFilesPackedOrNotAndStandardInput() throws IOException {
    Files.write(directory.resolve("list.a"), gzip(LIST));
    Files.write(directory.resolve("list.b"), Zstd.compress(LIST.getBytes(UTF_8)));
    TestingShell shell =
        new TestingShell(directory).in(gzip(LIST)).file("manifest.json", manifest());

    assertThat(shell.run("validate", "list.a", "list.b", "-")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines())
        .containsExactly(
            "list.a: 3 authors, 0 violations, 0 warnings",
            "list.b: 3 authors, 0 violations, 0 warnings",
            "stdin: 3 authors, 0 violations, 0 warnings");
    assertThat(shell.run("validate", "list.b", "--manifest", "manifest.json"))
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void failsOnWarningsOnlyWhenItIsStrict() throws IOException {
    String user =
        "{\"id\":\"1\",\"username\":\"a\",\"name\":\"A\",\"verified_type\":\"blue\","
            + "\"public_metrics\":{\"followers_count\":61234}}\n";
    TestingShell shell = new TestingShell(directory).file("users.jsonl", user);

    shell.run("validate", "--format", "json", "users.jsonl");
    assertThat(summary(shell).at("/files/0/codes/earlier_shape/warnings").longValue()).isEqualTo(1);

    String unknown = LIST.replaceFirst("\"meta\":\\{", "\"novelty\":1,$0");
    shell.file("unknown.jsonl", unknown);
    assertThat(shell.run("validate", "unknown.jsonl")).isEqualTo(ExitCode.OK);
    assertThat(shell.run("validate", "--strict", "unknown.jsonl")).isEqualTo(ExitCode.CHECK_FAILED);
  }

  @Test
  void showsTheFirstOfEachCodeAndCountsAll() throws IOException {
    TestingShell shell = new TestingShell(directory).file("bad.jsonl", "{\n".repeat(1_234));

    assertThat(shell.run("validate", "--limit", "2", "bad.jsonl")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.outLines().stream().filter(line -> line.contains(" not_json ")).toList())
        .hasSize(2);
    assertThat(shell.outLines())
        .contains(
            "not_json         1,234         0",
            "Of each code the first 2 are shown; --limit shows more.");
  }

  @Test
  void letsNoTextOfAFileSteerTheTerminal() throws IOException {
    TestingShell shell =
        new TestingShell(directory)
            .file("list", "{\"handle\":\"a\",\"id\":\"\\u001b[2J\\u009b\"}\n");

    shell.run("validate", "list");

    assertThat(shell.out().lines().toList())
        .noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
  }

  @Test
  void tellsAFileThatItCannotReadFromOneThatIsBad() throws IOException {
    byte[] packed = gzip(LIST);
    Files.write(directory.resolve("torn.gz"), Arrays.copyOf(packed, packed.length / 2));
    byte[] zstd = Zstd.compress(LIST.getBytes(UTF_8));
    Files.write(directory.resolve("torn.zst"), Arrays.copyOf(zstd, zstd.length / 2));
    TestingShell shell = new TestingShell(directory).file("list", LIST).file("no.json", "[]");

    for (String file : List.of("nowhere", "torn.gz", "torn.zst", ".")) {
      assertThat(shell.run("validate", file)).as(file).isEqualTo(ExitCode.USAGE);
      assertThat(shell.errLines()).contains("error: the file " + file + " could not be read");
    }
    assertThat(shell.errLines()).contains("why: it is packed, and its end is missing");
    for (String manifest : List.of("nowhere.json", "no.json")) {
      assertThat(shell.run("validate", "list", "--manifest", manifest)).isEqualTo(ExitCode.USAGE);
    }
    assertThat(shell.errLines()).contains("why: it is no manifest: its format_version is not 1");
  }

  @Test
  void refusesACommandLineThatMakesNoSense() {
    TestingShell shell = new TestingShell(directory);

    assertThat(shell.run("validate")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.run("validate", "--format", "xml", "a")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.run("validate", "--limit", "-1", "a")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.run("validate", "--manifest", "m", "a", "b")).isEqualTo(ExitCode.USAGE);
  }

  private TestingShell shellWithFaults() throws IOException {
    List<String> lines = LIST.lines().toList();
    String spoilt =
        String.join(
                "\n",
                lines.get(0).replace("\"en\"", "\"english\""),
                lines.get(2),
                lines.get(1).replace("900001", "12"),
                "not json",
                lines.get(0))
            + "\n";
    return new TestingShell(directory)
        .file("spoilt.jsonl", spoilt)
        .file("manifest.json", manifest());
  }

  /** They change with the policy. */
  private static String withoutHashes(TestingShell shell) {
    return shell.out().replaceAll("[0-9a-f]{64}", "(sha256)");
  }

  private static JsonNode summary(TestingShell shell) throws IOException {
    List<String> lines = shell.outLines();
    return new JsonMapper().readTree(lines.get(lines.size() - 1)).get("summary");
  }

  private static String manifest() {
    return """
        {"format_version": 1, "count": 3, "sha256": "%s",
         "policy": {"id": "m0", "sha256": "%s"}, "score_version": "m0",
         "schema": {"sha256": "%s"}}
        """
        .formatted(
            Sha256Hex.of(LIST.getBytes(UTF_8)),
            TestingPublished.POLICY.sha256().hex(),
            AuthorSchema.CURRENT.sha256());
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
