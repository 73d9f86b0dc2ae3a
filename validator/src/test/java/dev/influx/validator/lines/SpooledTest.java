package dev.influx.validator.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.validator.sorting.UnableToSpillException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpooledTest {
  @TempDir private Path directory;

  @Test
  void whatStreamedInOnceIsReadAsOftenAsNeeded() throws IOException {
    byte[] bytes = new byte[200_000];
    new Random(1).nextBytes(bytes);

    try (Spooled spooled = Spooled.of(new ByteArrayInputStream(bytes), directory)) {
      try (InputStream first = spooled.read();
          InputStream second = spooled.read()) {
        assertThat(first.readNBytes(1_000)).isEqualTo(Arrays.copyOf(bytes, 1_000));
        assertThat(second.readAllBytes()).isEqualTo(bytes);
        assertThat(first.read()).isEqualTo(Byte.toUnsignedInt(bytes[1_000]));
      }
      assertThat(spooled.read().readAllBytes()).isEqualTo(bytes);
      assertThat(namedFiles()).as("while it is open").isZero();
    }
  }

  @Test
  void aStreamThatBreaksLeavesNothingBehind() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();

    assertThatThrownBy(() -> Spooled.of(broken, directory)).isExactlyInstanceOf(IOException.class);
    assertThat(namedFiles()).isZero();
  }

  @Test
  void saysWhereThereIsNoRoom() {
    Path nowhere = directory.resolve("nowhere");

    assertThatThrownBy(() -> Spooled.of(InputStream.nullInputStream(), nowhere))
        .isInstanceOf(UnableToSpillException.class)
        .hasMessageContaining("nowhere");
  }

  private long namedFiles() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.count();
    }
  }
}
