package dev.influx.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Reads how much the whole machine has worked, to tell what others took of it. */
public final class HostMeter {
  private static final Path STATISTICS = Path.of("/proc/stat");

  /** What Linux counts in, whatever its kernel ticks in. */
  private static final Duration TICK = Duration.ofMillis(10);

  private static final int IDLE = 3;
  private static final int WAITING = 4;
  private static final int GUESTS = 8;

  private HostMeter() {}

  /** The CPU time of everything since the machine started; empty where the system does not say. */
  public static Optional<Duration> cpu() {
    try {
      return Optional.of(busy(Files.readAllLines(STATISTICS).get(0)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UnableToMeasureException("the work of the machine", e);
    }
  }

  /** The time of guests is in that of users already. */
  static Duration busy(String line) {
    long[] ticks =
        Arrays.stream(line.trim().split("\\s+"))
            .skip(1)
            .limit(GUESTS)
            .mapToLong(Long::parseLong)
            .toArray();
    return TICK.multipliedBy(Arrays.stream(ticks).sum() - ticks[IDLE] - ticks[WAITING]);
  }
}
