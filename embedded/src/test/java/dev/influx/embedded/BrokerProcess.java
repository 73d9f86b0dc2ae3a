package dev.influx.embedded;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A broker in a JVM of its own, which can be killed, and heard if it says anything. */
final class BrokerProcess implements AutoCloseable {
  private final Process process;
  private final Path directory;
  private final Path ready;
  private final File output;

  private BrokerProcess(Process process, Path directory, Path ready, File output) {
    this.process = process;
    this.directory = directory;
    this.ready = ready;
    this.output = output;
  }

  /** Runs in the child: serves until its standard input ends. */
  public static void main(String[] arguments) throws IOException {
    Path ready = Path.of(arguments[1]);
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(Path.of(arguments[0])))) {
      Path draft = Files.writeString(Path.of(ready + ".new"), broker.bootstrapServers());
      Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE);
      while (System.in.read() >= 0) {}
    }
  }

  static BrokerProcess launch(Path directory, Path scratch) throws IOException {
    Path ready = scratch.resolve("ready");
    File output = scratch.resolve("output").toFile();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                directory.toString(),
                ready.toString())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    return new BrokerProcess(process, directory, ready, output);
  }

  /** Waits until it serves, and returns where. */
  String bootstrapServers() throws IOException {
    await()
        .atMost(Duration.ofMinutes(1))
        .failFast(this + " ended", () -> !process.isAlive())
        .until(() -> Files.exists(ready));
    return Files.readString(ready);
  }

  /** Lets it close the broker, and returns its exit code. */
  int stop() throws IOException, InterruptedException {
    process.getOutputStream().close();
    return exitCode();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError(this + " does not end");
    }
    return process.exitValue();
  }

  /** As kill -9 does it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  long pid() {
    return process.pid();
  }

  String output() throws IOException {
    return Files.readString(output.toPath());
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  @Override
  public String toString() {
    return "the broker process on " + directory;
  }
}
