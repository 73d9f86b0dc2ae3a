package dev.influx.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what single threads of another process have worked: who of them took the time. */
public final class ThreadMeter {
  /** What Linux counts in, whatever its kernel ticks in. */
  private static final Duration TICK = Duration.ofMillis(10);

  /** Of the words behind the name. */
  private static final int USER = 11;

  private final Path tasks;

  public ThreadMeter(ProcessHandle process) {
    this.tasks = Path.of("/proc/" + process.pid() + "/task");
  }

  /**
   * The time of all threads that live, of those that are called so.
   *
   * @param names as Linux has them, which is no more than 15 characters
   */
  public Duration cpu(Set<String> names) {
    try (Stream<Path> threads = Files.list(tasks)) {
      return threads
          .map(ThreadMeter::read)
          .filter(line -> !line.isEmpty() && names.contains(name(line)))
          .map(ThreadMeter::used)
          .reduce(Duration.ZERO, Duration::plus);
    } catch (IOException e) {
      throw new UnableToMeasureException("the threads in " + tasks, e);
    }
  }

  /** Empty of a thread that has just ended. */
  private static String read(Path thread) {
    try {
      return Files.readString(thread.resolve("stat"));
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UnableToMeasureException("thread " + thread.getFileName(), e);
    }
  }

  /** It stands in brackets, and may hold any character. */
  static String name(String line) {
    return line.substring(line.indexOf('(') + 1, line.lastIndexOf(')'));
  }

  static Duration used(String line) {
    List<String> words = List.of(line.substring(line.lastIndexOf(')') + 1).trim().split(" +", -1));
    return TICK.multipliedBy(Long.parseLong(words.get(USER)) + Long.parseLong(words.get(USER + 1)));
  }
}
