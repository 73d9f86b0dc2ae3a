package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  /** Of such ids it is not known when they were given. */
  private static final long FIRST_ID = 5_000_000_000L;

  @TempDir private Path directory;

  @Test
  void writesOneLineAUserInTheOrderOfTheInput() throws IOException {
    TestingShell shell = new TestingShell(directory).file("users.jsonl", users(0, 5_000));

    assertThat(shell.run("evaluate", "--policy", "m0", "users.jsonl")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines())
        .isEqualTo(IntStream.range(0, 5_000).mapToObj(EvaluateCommandTest::result).toList());
    assertThat(shell.errLines()).isEmpty();
  }

  @Test
  void readsFilesPackedOrNotAndStandardInput() throws IOException {
    Files.write(directory.resolve("b.gz"), gzip(users(1, 2)));
    TestingShell shell = new TestingShell(directory).file("a", users(0, 1)).in(gzip(users(2, 3)));

    assertThat(shell.run("evaluate", "--policy", "m0", "a", "b.gz", "-")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines()).containsExactly(result(0), result(1), result(2));
  }

  @Test
  void reportsBadLinesWithTheirNumberAndGoesOn() throws IOException {
    String bad = "{\"id\": \"x\", \"username\": \"a\"}\n\nnot json\n{}{}\n[1]\n\"\\ud8\"\n";
    TestingShell shell =
        new TestingShell(directory).file("users.jsonl", users(0, 1) + bad + users(1, 2));

    assertThat(shell.run("evaluate", "--policy", "m0", "users.jsonl"))
        .isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.outLines()).containsExactly(result(0), result(1));
    assertThat(shell.errLines())
        .satisfiesExactly(
            line ->
                assertThat(line).isEqualTo("users.jsonl:2: id is missing or not 1 to 19 digits"),
            line -> assertThat(line).startsWith("users.jsonl:4: not valid JSON: "),
            line -> assertThat(line).startsWith("users.jsonl:5: not valid JSON: "),
            line -> assertThat(line).isEqualTo("users.jsonl:6: not a JSON object"),
            line -> assertThat(line).startsWith("users.jsonl:7: not valid JSON: "));
  }

  @Test
  void reportsBadLinesInTheOrderOfTheFileHoweverManyThereAre() throws IOException {
    String lines = IntStream.range(0, 20_000).mapToObj(i -> "{\n").collect(Collectors.joining());
    TestingShell shell = new TestingShell(directory).file("bad.jsonl", lines);

    assertThat(shell.run("evaluate", "bad.jsonl")).isEqualTo(ExitCode.CHECK_FAILED);
    List<String> complaints = shell.errLines();
    assertThat(complaints).hasSize(20_000);
    for (int i = 0; i < complaints.size(); i++) {
      assertThat(complaints.get(i)).startsWith("bad.jsonl:" + (i + 1) + ": ");
    }
  }

  @Test
  void takesBytesThatAreNoTextForABadLine() throws IOException {
    Files.write(
        directory.resolve("latin1"), new byte[] {'{', '"', (byte) 0xFC, '"', ':', '1', '}'});
    TestingShell shell = new TestingShell(directory);

    assertThat(shell.run("evaluate", "latin1")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines())
        .singleElement()
        .asString()
        .startsWith("latin1:1: not valid JSON: ");
  }

  @Test
  void countsUnderATable() throws IOException {
    TestingShell shell = new TestingShell(directory).file("users.jsonl", users(0, 2));

    shell.run("evaluate", "--policy", "m0", "--format", "table", "users.jsonl");

    assertThat(shell.outLines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("ID "),
            line -> assertThat(line).startsWith("5000000000 ").contains("@author_0 ", " rejected "),
            line -> assertThat(line).startsWith("5000000001 ").contains("@author_1 ", " rejected "),
            line -> assertThat(line).isEqualTo("0 accepted, 2 rejected"));
  }

  @Test
  void saysWhichFileItCannotRead() throws IOException {
    Files.write(directory.resolve("torn.gz"), truncated(gzip(users(0, 100))));
    TestingShell shell = new TestingShell(directory);

    assertThat(shell.run("evaluate", "nowhere.jsonl")).isEqualTo(ExitCode.FAILURE);
    assertThat(shell.run("evaluate", "torn.gz")).isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines())
        .contains(
            "error: the file nowhere.jsonl could not be read",
            "why: there is no such file",
            "error: the file torn.gz could not be read",
            "why: it is packed, and its end is missing");
  }

  private static String users(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                """
                {"id":"%d","username":"author_%d","name":"Ann",\
                "public_metrics":{"followers_count":1000}}
                """
                    .formatted(FIRST_ID + i, i))
        .collect(Collectors.joining());
  }

  private static String result(int i) {
    return ("{\"id\":\"%d\",\"handle\":\"author_%d\",\"verdict\":\"rejected\","
            + "\"codes\":[\"below_entry_threshold\"],\"score\":0.0,\"activity\":null,"
            + "\"quality\":null,\"relevance\":null,\"score_version\":\"m0\"}")
        .formatted(FIRST_ID + i, i);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  private static byte[] truncated(byte[] bytes) {
    return java.util.Arrays.copyOf(bytes, bytes.length / 2);
  }
}
