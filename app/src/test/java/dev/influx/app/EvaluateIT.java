package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command between two pipes, as it stands in a shell. */
class EvaluateIT {
  private static final String USER =
      "{\"id\":\"%d\",\"username\":\"a\",\"public_metrics\":{\"followers_count\":99}}\n";

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
  void answersWhatTricklesInAndEndsBetweenTwoLinesWhenItIsInterrupted() throws Exception {
    Process influx = start(null, "-");
    BufferedReader out = influx.inputReader(UTF_8);
    OutputStream in = influx.getOutputStream();
    for (int i = 0; i < 5; i++) {
      in.write(users(i, i + 1).getBytes(UTF_8));
      in.flush();
      assertThat(out.readLine()).startsWith("{\"id\":\"" + i + "\"");
    }

    new ProcessBuilder("kill", "-INT", Long.toString(influx.pid())).start().waitFor();

    assertThat(out.read()).as("what comes after the last line").isEqualTo(-1);
    assertThat(exit(influx)).isEqualTo(130);
    assertThat(complaints()).isEmpty();
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
