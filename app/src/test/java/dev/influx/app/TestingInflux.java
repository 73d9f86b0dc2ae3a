package dev.influx.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command in a JVM of its own, so that it can be signalled and killed as a user would. */
final class TestingInflux implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path out;
  private final Path err;

  private TestingInflux(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static TestingInflux start(Path directory, Map<String, String> environment, String... args) {
    try {
      Path out = Files.createTempFile(directory, "process", ".out");
      Path err = Files.createTempFile(directory, "process", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command(args))
              .directory(directory.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("INFLUX_"));
      builder.environment().putAll(environment);
      return new TestingInflux(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TestingInflux start(Path directory, String... args) {
    return start(directory, Map.of(), args);
  }

  private static List<String> command(String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("dev.influx.app.Main");
    command.addAll(List.of(args));
    return command;
  }

  /** Waits for the end and returns the exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + PATIENCE + "\n" + err());
    }
    return process.exitValue();
  }

  /** As a supervisor does, and like Ctrl-C. */
  void terminate() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();
  }

  /** As kill -9 does: nothing can be finished. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  boolean alive() {
    return process.isAlive();
  }

  String out() {
    return text(out);
  }

  String err() {
    return text(err);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
