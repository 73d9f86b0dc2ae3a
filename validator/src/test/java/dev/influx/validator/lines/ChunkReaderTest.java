package dev.influx.validator.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkReaderTest {
  /** A line with its number, as a person would count. */
  private record Line(long number, String text) {}

  @Test
  void cutsAnywhereAndLosesNothing() throws IOException {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      String text = text(random);
      InputStream in = new Trickle(text, random);
      int size = 1 + random.nextInt(40);

      assertThat(lines(new ChunkReader(in, size))).as("seed %d", seed).isEqualTo(expected(text));
    }
  }

  @Test
  void knowsOfTheLineThatEndsWithoutALineFeed() throws IOException {
    assertThat(lines(reader("a\nb", 2))).containsExactly(new Line(1, "a"), new Line(2, "b"));
    assertThat(lines(reader("a\nb\n", 2))).containsExactly(new Line(1, "a"), new Line(2, "b"));
    assertThat(lines(reader("", 2))).isEmpty();
  }

  @Test
  void leavesOutBlankLinesAndCarriageReturnsAndAMarkAtTheBeginningButCountsThem()
      throws IOException {
    assertThat(lines(reader("\uFEFFa\r\n\r\n \t\nb\n\n", 64)))
        .containsExactly(new Line(1, "a"), new Line(4, "b"));
    assertThat(lines(reader("a\n\uFEFFb\n", 64)))
        .containsExactly(new Line(1, "a"), new Line(2, "\uFEFFb"));
  }

  @Test
  void doesNotHoldBackWhatHasArrived() throws IOException {
    ChunkReader reader =
        new ChunkReader(
            new InputStream() {
              private int reads;

              @Override
              public int read() {
                throw new AssertionError("read byte by byte");
              }

              @Override
              public int read(byte[] bytes, int from, int length) {
                assertThat(++reads).as("reads for one chunk").isEqualTo(1);
                bytes[from] = 'a';
                bytes[from + 1] = '\n';
                return 2;
              }
            },
            1_000);

    assertThat(reader.next()).isPresent();
  }

  private static ChunkReader reader(String text, int size) {
    return new ChunkReader(new ByteArrayInputStream(text.getBytes(UTF_8)), size);
  }

  private static List<Line> lines(ChunkReader reader) throws IOException {
    List<Line> lines = new ArrayList<>();
    long count = 0;
    for (Optional<Chunk> next = reader.next(); next.isPresent(); next = reader.next()) {
      count += next.get().lines();
      next.get()
          .forEachLine(
              (bytes, from, length, number) ->
                  lines.add(new Line(number, new String(bytes, from, length, UTF_8))));
      assertThat(lines).allMatch(line -> line.number() >= 1);
    }
    assertThat(lines.isEmpty() ? 0 : lines.get(lines.size() - 1).number())
        .isLessThanOrEqualTo(count);
    return lines;
  }

  private static List<Line> expected(String text) {
    List<String> all = text.lines().toList();
    return IntStream.range(0, all.size())
        .mapToObj(i -> new Line(i + 1, all.get(i)))
        .filter(line -> !line.text().isBlank())
        .toList();
  }

  private static String text(Random random) {
    return IntStream.range(0, random.nextInt(30))
        .mapToObj(
            i ->
                List.of("a", "ü", "🚀", "longer than others", " ", "").get(random.nextInt(6))
                    + (random.nextInt(5) == 0 ? "\r\n" : "\n"))
        .collect(Collectors.joining("", "", random.nextBoolean() ? "end" : ""));
  }

  /** Brings as much at a time as it likes. */
  private static final class Trickle extends InputStream {
    private final InputStream all;
    private final Random random;

    Trickle(String text, Random random) {
      this.all = new ByteArrayInputStream(text.getBytes(UTF_8));
      this.random = random;
    }

    @Override
    public int read() throws IOException {
      return all.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return all.read(bytes, from, Math.min(length, 1 + random.nextInt(20)));
    }
  }
}
