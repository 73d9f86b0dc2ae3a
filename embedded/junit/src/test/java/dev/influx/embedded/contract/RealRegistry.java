package dev.influx.embedded.contract;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Apicurio's registry in a process of its own, with its data in memory. */
final class RealRegistry implements AutoCloseable {
  private static final String CONFLUENT_API = "/apis/ccompat/v7";
  private static final Pattern ADDRESS =
      Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");
  private static final Path UNPACKED = Path.of("target", "apicurio", "quarkus-run.jar");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Thread atExit;
  private final String url;

  private RealRegistry(Process process, Thread atExit, String url) {
    this.process = process;
    this.atExit = atExit;
    this.url = url;
  }

  static RealRegistry start(Path java) {
    if (!Files.exists(UNPACKED)) {
      throw new IllegalStateException(
          UNPACKED + " is missing: mvn -pl embedded/junit -am verify unpacks it");
    }
    Path log = Path.of("target", "apicurio.log");
    Process process = launch(java, log);
    // also when the test JVM is interrupted: nothing may outlive it
    Thread atExit = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(atExit);
    await()
        .atMost(PATIENCE)
        .failFast("the real registry ended: see " + log, () -> !process.isAlive())
        .until(() -> address(log).isPresent());
    return new RealRegistry(process, atExit, address(log).orElseThrow() + CONFLUENT_API);
  }

  /** Port 0: it takes a free one, and says which. */
  private static Process launch(Path java, Path log) {
    List<String> command =
        List.of(
            java.toString(),
            "-Xmx384m",
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=0",
            "-Dquarkus.management.host=127.0.0.1",
            "-Dquarkus.management.port=0",
            "-jar",
            UNPACKED.toString());
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> address(Path log) {
    try {
      Matcher line = ADDRESS.matcher(Files.readString(log));
      return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return url;
  }

  @Override
  public void close() throws InterruptedException {
    Runtime.getRuntime().removeShutdownHook(atExit);
    process.destroyForcibly().waitFor();
  }
}
