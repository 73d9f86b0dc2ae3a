package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with little memory, and interrupted. */
class ValidateIT {
  /** So many that their marks do not fit into memory. */
  private static final int USERS = 100_000;

  @TempDir private Path directory;

  @Test
  void findsDuplicatesAtBothEndsOfAFileThatIsLargerThanItsMemory() throws Exception {
    Path users = directory.resolve("users.jsonl");
    try (BufferedWriter writer = Files.newBufferedWriter(users)) {
      for (int i = 0; i < USERS; i++) {
        writer.write(user(i, 600));
      }
      writer.write(user(0, 0));
    }
    Process influx = start("--format", "json", users.toString());

    String last;
    try (BufferedReader out = influx.inputReader(UTF_8)) {
      last = out.lines().reduce((before, after) -> after).orElseThrow();
    }

    assertThat(Files.size(users)).isGreaterThan(64L << 20);
    assertThat(exit(influx)).as(complaints()).isEqualTo(ExitCode.CHECK_FAILED.code());
    assertThat(last)
        .contains("\"authors\":" + (USERS + 1))
        .contains("\"duplicate_id\":{\"violations\":1,")
        .contains("\"duplicate_handle\":{\"violations\":1,");
    assertThat(scratch()).isEmpty();
  }

  @Test
  void leavesNoFileBehindWhenItIsInterrupted() throws Exception {
    Process influx = start("--format", "json", "-");
    BufferedReader out = influx.inputReader(UTF_8);
    OutputStream in = influx.getOutputStream();
    Thread feeder = new Thread(() -> feed(in));
    feeder.start();
    for (int i = 0; i < USERS; i++) {
      assertThat(out.readLine()).startsWith("{\"file\":\"stdin\"");
    }

    new ProcessBuilder("kill", "-INT", Long.toString(influx.pid())).start().waitFor();
    List<String> rest = out.lines().toList();

    assertThat(rest).allMatch(line -> line.endsWith("}"));
    assertThat(exit(influx)).isEqualTo(ExitCode.INTERRUPTED.code());
    assertThat(complaints()).isEmpty();
    assertThat(scratch()).isEmpty();
    feeder.join();
  }

  /** Until nobody takes any more. */
  private static void feed(OutputStream in) {
    try {
      for (int i = 0; ; i++) {
        in.write(user(i, 0).getBytes(UTF_8));
      }
    } catch (IOException e) {
      assertThat(e).as("the end of the pipe").isNotNull();
    }
  }

  private static String user(int i, int bio) {
    return "{\"id\":\"%d\",\"username\":\"a%d\",\"description\":\"%s\",\"followers_count\":9}%n"
        .formatted(1_000 + i, i, "b".repeat(bio));
  }

  private List<Path> scratch() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.getFileName().toString().contains("influx-sort")).toList();
    }
  }

  private String complaints() throws IOException {
    return Files.readString(directory.resolve("err"));
  }

  private Process start(String... args) throws IOException {
    Stream<String> java =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + directory,
            "-cp",
            System.getProperty("java.class.path"),
            "dev.influx.app.Main",
            "validate",
            "--policy",
            "m0");
    return new ProcessBuilder(Stream.concat(java, Stream.of(args)).toList())
        .redirectError(directory.resolve("err").toFile())
        .start();
  }

  private static int exit(Process influx) throws InterruptedException {
    boolean ended = influx.waitFor(1, TimeUnit.MINUTES);
    influx.destroyForcibly();
    assertThat(ended).as("ended by itself").isTrue();
    return influx.exitValue();
  }
}
