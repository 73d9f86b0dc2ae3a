package dev.influx.bench.lab;

import dev.influx.bench.measure.ProcessMeter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that was started by us: with our class path, and spoken to in lines, so that it ends when
 * its standard input does, and so with us, however we end; or the command that users run.
 */
public final class ChildJvm implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final String name;
  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;
  private final boolean endsByInput;

  private ChildJvm(String name, Process process, boolean endsByInput) {
    this.name = name;
    this.process = process;
    this.endsByInput = endsByInput;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
  }

  static ChildJvm start(Class<?> main, List<String> jvmOptions, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
      return new ChildJvm(main.getSimpleName(), builder.start(), true);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to start a JVM for " + main.getName(), e);
    }
  }

  /** Starts a command that is told to stop by a signal; what it says goes to the file. */
  static ChildJvm command(List<String> command, Path messages) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(messages.toFile()));
      return new ChildJvm(String.join(" ", command), builder.start(), false);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to start " + command, e);
    }
  }

  /** Waits for the line that begins with this word, and returns what follows on it. */
  public String await(String word) {
    try {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        if (line.startsWith(word + " ")) {
          return line.substring(word.length() + 1);
        }
        if (line.startsWith("failed ")) {
          throw new UnableToFinishRunException(name + " " + line);
        }
      }
    } catch (IOException e) {
      throw new UnableToFinishRunException(name + " cannot be heard", e);
    }
    throw new UnableToFinishRunException(name + " ended before it said " + word);
  }

  public String ask(String question) {
    try {
      questions.write(question + "\n");
      questions.flush();
    } catch (IOException e) {
      throw new UnableToFinishRunException(name + " ended before it was asked: " + question, e);
    }
    return await(question);
  }

  public ProcessMeter meter() {
    return new ProcessMeter(handle());
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Ends it as a power failure would, and returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  private boolean awaitEnd() {
    try {
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Lets it end in order. */
  @Override
  public void close() {
    if (alive()) {
      hangUp();
    }
    if (!awaitEnd()) {
      process.destroyForcibly();
      throw new UnableToFinishRunException(name + " did not end in order");
    }
  }

  private void hangUp() {
    if (!endsByInput) {
      process.destroy();
      return;
    }
    try {
      questions.close();
    } catch (IOException e) {
      throw new UncheckedIOException("unable to end " + name, e);
    }
  }
}
