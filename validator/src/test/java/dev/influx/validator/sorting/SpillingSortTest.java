package dev.influx.validator.sorting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillingSortTest {
  @TempDir private Path directory;

  @Test
  void sortsAnyRowsWhateverFitsIntoMemory() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int width = 1 + random.nextInt(4);
      List<long[]> rows = rows(random, width, random.nextInt(400));
      try (SpillingSort sort = new SpillingSort(width, 1 + random.nextInt(50), directory)) {
        assertThat(sorted(sort, rows)).as("seed %d", seed).isEqualTo(expected(rows));
      }
    }
  }

  /** A row at a time in memory: more runs than are merged at once, twice over. */
  @Test
  void mergesManyRunsByAndBy() {
    List<long[]> rows = rows(new Random(7), 2, 3_000);
    try (SpillingSort sort = new SpillingSort(2, 1, directory)) {
      assertThat(sorted(sort, rows)).isEqualTo(expected(rows));
    }
  }

  @Test
  void sortsRowsThatAreSortedOrReversedOrAllTheSame() {
    for (int step : new int[] {1, -1, 0}) {
      List<long[]> rows =
          Stream.iterate(0L, value -> value + step)
              .limit(5_000)
              .map(value -> new long[] {value, -value})
              .toList();
      try (SpillingSort sort = new SpillingSort(2, 700, directory)) {
        assertThat(sorted(sort, rows)).as("step %d", step).isEqualTo(expected(rows));
      }
    }
  }

  @Test
  void leavesNoFileBehindNotEvenWhileItWorks() throws IOException {
    try (SpillingSort sort = new SpillingSort(1, 10, directory)) {
      for (long value = 0; value < 1_000; value++) {
        sort.add(value);
      }
      assertThat(files()).as("on a system that lets go of names").isEmpty();
      sort.forEach(row -> assertThat(row).hasSize(1));
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void makesNoFileForWhatFits() {
    Path nowhere = directory.resolve("nowhere");
    try (SpillingSort sort = new SpillingSort(1, 2, nowhere)) {
      assertThat(sorted(sort, List.of(new long[] {2}, new long[] {1}))).hasSize(2);
    }
    try (SpillingSort sort = new SpillingSort(1, 2, nowhere)) {
      sort.add(1);
      sort.add(2);
      assertThatThrownBy(() -> sort.add(3)).isInstanceOf(UnableToSpillException.class);
    }
  }

  @Test
  void refusesRowsOfAnotherWidthAndRowsAfterTheEnd() {
    try (SpillingSort sort = new SpillingSort(2, 10, directory)) {
      assertThatThrownBy(() -> sort.add(1)).isInstanceOf(IllegalArgumentException.class);
      assertThat(sorted(sort, List.of())).isEmpty();
      assertThatThrownBy(() -> sort.add(1, 2)).isInstanceOf(IllegalStateException.class);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private static List<long[]> rows(Random random, int width, int count) {
    return Stream.generate(() -> random.longs(width).map(value -> value % 5).toArray())
        .limit(count)
        .toList();
  }

  private static List<List<Long>> sorted(SpillingSort sort, List<long[]> rows) {
    for (long[] row : rows) {
      sort.add(row);
    }
    List<List<Long>> sorted = new ArrayList<>();
    sort.forEach(row -> sorted.add(boxed(row)));
    return sorted;
  }

  private static List<List<Long>> expected(List<long[]> rows) {
    return rows.stream().sorted(Arrays::compare).map(SpillingSortTest::boxed).toList();
  }

  private static List<Long> boxed(long[] row) {
    return Arrays.stream(row).boxed().toList();
  }
}
