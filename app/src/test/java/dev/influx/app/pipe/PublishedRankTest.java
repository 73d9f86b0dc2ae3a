package dev.influx.app.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedRankTest {
  private static final int AUTHORS = 20_000;

  @TempDir private Path directory;
  private Path list;

  /** Longer than what is read at a time. */
  @BeforeEach
  void write() throws IOException {
    list =
        Files.writeString(
            directory.resolve("latest.jsonl"),
            IntStream.rangeClosed(1, AUTHORS)
                .mapToObj(PublishedRankTest::line)
                .collect(Collectors.joining()));
  }

  private static String line(int rank) {
    String description = "x".repeat(rank % 300);
    return "{\"id\":\"7%d\",\"description\":\"%s {\\\"id\\\":\\\"7%d\\\"\",\"e\":{\"id\":\"71\"}}\n"
        .formatted(rank, description, rank + 1);
  }

  @Test
  void theRankIsTheNumberOfTheLineThatBeginsWithTheId() throws IOException {
    for (int rank : new int[] {1, 2, 6_543, 6_544, AUTHORS}) {
      assertThat(PublishedRank.of("7" + rank, list)).isEqualTo(OptionalLong.of(rank));
    }
  }

  @Test
  void whoIsNotInTheListHasNone() throws IOException {
    assertThat(PublishedRank.of("7", list)).isEmpty();
    assertThat(PublishedRank.of("7" + (AUTHORS + 1), list)).isEmpty();
    assertThat(PublishedRank.of("71", directory.resolve("nothing"))).isEmpty();
  }
}
