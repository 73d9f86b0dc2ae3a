package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command between two pipes, as it stands in a shell, with little memory. */
class EvaluateIT {
  private static final String USER =
      "{\"id\":\"%d\",\"username\":\"a\",\"public_metrics\":{\"followers_count\":99}}\n";

  /** Created in the second of its number, so that the last is a copy of the first. */
  private static final String SEEN =
      """
      {"id":"%d","username":"a%d","created_at":"%s","description":"%s"}
      """;

  /** So many that what they claim does not fit into memory. */
  private static final int USERS = 150_000;

  private final AtomicInteger fed = new AtomicInteger();

  @TempDir private Path directory;

  @Test
  void endsQuietlyWhenNobodyReadsOn() throws Exception {
    Path users = directory.resolve("users.jsonl");
    Files.writeString(users, users(0, 200_000));
    Process influx = start(new File("/dev/null"), users.toString());

    try (BufferedReader out = influx.inputReader(UTF_8)) {
      assertThat(out.readLine()).startsWith("{\"id\":\"0\"");
    }

    assertThat(exit(influx)).isZero();
    assertThat(complaints()).isEmpty();
  }

  @Test
  void comparesBothEndsOfWhatStreamsInAndIsLargerThanItsMemory() throws Exception {
    Process influx = start(null, "-");
    Thread feeder = new Thread(() -> feed(influx.getOutputStream(), USERS));
    feeder.start();

    List<String> lines;
    try (BufferedReader out = influx.inputReader(UTF_8)) {
      lines = out.lines().toList();
    }

    assertThat(exit(influx)).as(complaints()).isZero();
    assertThat(lines).hasSize(USERS);
    assertThat(lines.get(0)).contains("copied_metrics");
    assertThat(lines.get(USERS - 1)).contains("copied_metrics");
    assertThat(lines.stream().filter(line -> line.contains("copied_metrics"))).hasSize(2);
    assertThat(scratch()).isEmpty();
    feeder.join();
  }

  @Test
  void leavesNoFileBehindWhenItIsInterrupted() throws Exception {
    Process influx = start(null, "-");
    Thread feeder = new Thread(() -> feed(influx.getOutputStream(), Integer.MAX_VALUE));
    feeder.start();
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> fed.get() > 100_000);

    new ProcessBuilder("kill", "-INT", Long.toString(influx.pid())).start().waitFor();

    assertThat(influx.inputReader(UTF_8).lines()).isEmpty();
    assertThat(exit(influx)).isEqualTo(ExitCode.INTERRUPTED.code());
    assertThat(complaints()).isEmpty();
    assertThat(scratch()).isEmpty();
    feeder.join();
  }

  /** Until nobody takes any more. */
  private void feed(OutputStream to, int users) {
    try (OutputStream in = new BufferedOutputStream(to)) {
      for (int i = 0; i < users; i++) {
        in.write(user(i).getBytes(UTF_8));
        fed.incrementAndGet();
      }
    } catch (IOException e) {
      assertThat(e).as("the end of the pipe").isNotNull();
    }
  }

  private static String user(int i) {
    Instant created = Instant.EPOCH.plusSeconds(i % (USERS - 1));
    return SEEN.formatted(i + 1, i, created, "b".repeat(600));
  }

  private List<Path> scratch() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".tmp")).toList();
    }
  }

  private String complaints() throws IOException {
    return Files.readString(directory.resolve("err"));
  }

  private static String users(int from, int to) {
    return IntStream.range(from, to).mapToObj(USER::formatted).collect(Collectors.joining());
  }

  private Process start(File in, String file) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx80m",
                    "-Djava.io.tmpdir=" + directory,
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.influx.app.Main",
                    "evaluate",
                    "--policy",
                    "m0",
                    file))
            .redirectError(directory.resolve("err").toFile());
    return (in == null ? builder : builder.redirectInput(in)).start();
  }

  private static int exit(Process influx) throws InterruptedException {
    boolean ended = influx.waitFor(1, TimeUnit.MINUTES);
    influx.destroyForcibly();
    assertThat(ended).as("ended by itself").isTrue();
    return influx.exitValue();
  }
}
