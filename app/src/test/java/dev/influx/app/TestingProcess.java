package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A process of its own, with nothing in its environment but what it is given. */
final class TestingProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Process process;
  private final Path out;
  private final Path err;

  private TestingProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static TestingProcess start(Path directory, Map<String, String> environment, List<String> command)
      throws IOException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectInput(new File("/dev/null"));
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    return new TestingProcess(builder.start(), out, err);
  }

  /** For what a process does in its own time. */
  static ConditionFactory eventually() {
    return Awaitility.await().atMost(PATIENCE);
  }

  /** The exit code, once it has ended. */
  int exit() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("still running; stderr: %s", errLines())
        .isTrue();
    return process.exitValue();
  }

  long pid() {
    return process.pid();
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  String out() {
    return text(out);
  }

  List<String> outLines() {
    return text(out).lines().toList();
  }

  List<String> errLines() {
    return text(err).lines().toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
    Files.delete(out);
    Files.delete(err);
  }
}
