package dev.influx.monitor.history;

import dev.influx.monitor.lag.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The looks at one group in one partition, the oldest first, 40 bytes each. Those of the last ten
 * minutes are all there; of the last hour there is one a minute, before that one in five minutes.
 */
final class Track {
  static final Duration KEPT = Duration.ofHours(24);

  private static final Duration ALL_OF = Duration.ofMinutes(10);
  private static final Duration FINE = Duration.ofHours(1);
  private static final long FINE_STEP = Duration.ofMinutes(1).toMillis();
  private static final long COARSE_STEP = Duration.ofMinutes(5).toMillis();
  private static final int COLUMNS = 5;
  private static final int ADDED_UNTIL_THINNED = 32;
  private static final long ABSENT = Long.MIN_VALUE;

  private long[] cells = new long[COLUMNS * 4];
  private int size;
  private int sinceThinned;

  /** A log that ends earlier than before is another log: what was seen of the former is gone. */
  void add(Look look) {
    if (size > 0 && look.end() < cells[(size - 1) * COLUMNS + 2]) {
      size = 0;
    }
    if ((size + 1) * COLUMNS > cells.length) {
      cells = Arrays.copyOf(cells, cells.length * 2);
    }
    write(size++, look);
    if (++sinceThinned >= ADDED_UNTIL_THINNED) {
      thin(look.at());
    }
  }

  private void write(int row, Look look) {
    int cell = row * COLUMNS;
    cells[cell] = look.at().toEpochMilli();
    cells[cell + 1] = look.start();
    cells[cell + 2] = look.end();
    cells[cell + 3] = look.committed().orElse(ABSENT);
    cells[cell + 4] = look.eventTime().map(Instant::toEpochMilli).orElse(ABSENT);
  }

  private Look read(int row) {
    int cell = row * COLUMNS;
    long committed = cells[cell + 3];
    long eventTime = cells[cell + 4];
    return new Look(
        Instant.ofEpochMilli(cells[cell]),
        cells[cell + 1],
        cells[cell + 2],
        committed == ABSENT ? OptionalLong.empty() : OptionalLong.of(committed),
        eventTime == ABSENT ? Optional.empty() : Optional.of(Instant.ofEpochMilli(eventTime)));
  }

  List<Look> looks() {
    List<Look> looks = new ArrayList<>(size);
    for (int row = 0; row < size; row++) {
      looks.add(read(row));
    }
    return looks;
  }

  /** Keeps the first look of each step. */
  private void thin(Instant now) {
    sinceThinned = 0;
    int kept = 0;
    long lastStep = Long.MIN_VALUE;
    for (int row = 0; row < size; row++) {
      long at = cells[row * COLUMNS];
      Duration age = Duration.between(Instant.ofEpochMilli(at), now);
      long step = step(at, age);
      if (age.compareTo(KEPT) <= 0 && step != lastStep) {
        System.arraycopy(cells, row * COLUMNS, cells, kept++ * COLUMNS, COLUMNS);
        lastStep = step;
      }
    }
    size = kept;
  }

  /** Equal for looks of which one is enough. */
  private static long step(long at, Duration age) {
    if (age.compareTo(ALL_OF) <= 0) {
      return at;
    }
    long step = age.compareTo(FINE) <= 0 ? FINE_STEP : COARSE_STEP;
    return Math.floorDiv(at, step) * step;
  }
}
