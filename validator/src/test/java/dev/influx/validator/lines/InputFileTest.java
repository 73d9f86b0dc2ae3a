package dev.influx.validator.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputFileTest {
  private static final byte[] TEXT = text();

  /** The ways in which people pack. */
  private enum Packer {
    GZIP {
      @Override
      OutputStream to(OutputStream out) throws IOException {
        return new GZIPOutputStream(out);
      }
    },
    ZSTD {
      @Override
      OutputStream to(OutputStream out) throws IOException {
        return new ZstdOutputStream(out).setChecksum(true);
      }
    };

    abstract OutputStream to(OutputStream out) throws IOException;

    byte[] pack(byte[] bytes) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out = to(packed)) {
        out.write(bytes);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      return packed.toByteArray();
    }
  }

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void tellsHowAFileIsPackedByItsBytes(Packer packer) throws IOException {
    Path file = Files.write(directory.resolve("users.txt"), packer.pack(TEXT));
    try (InputFile input = InputFile.open(file)) {
      assertThat(input.content().readAllBytes()).isEqualTo(TEXT);
      assertThat(input.bytesRead()).isEqualTo(Files.size(file));
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsOnWhereAnotherPackedFileWasAppended(Packer packer) throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(packer.pack(TEXT));
    both.write(packer.pack("more\n".getBytes(UTF_8)));
    try (InputFile input = open(both.toByteArray())) {
      assertThat(new String(input.content().readAllBytes(), UTF_8))
          .startsWith(new String(TEXT, UTF_8))
          .endsWith("more\n");
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysSoWhenTheEndIsMissingWhereverItIsTorn(Packer packer) {
    byte[] packed = packer.pack(TEXT);
    for (int length : new int[] {5, 20, packed.length / 2, packed.length - 1}) {
      assertThatThrownBy(() -> readAll(Arrays.copyOf(packed, length)))
          .as("%d of %d bytes", length, packed.length)
          .isInstanceOf(UnableToUnpackException.class)
          .hasMessage("its end is missing");
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysSoWhenBytesWereChanged(Packer packer) {
    byte[] packed = packer.pack(TEXT);
    Arrays.fill(packed, packed.length / 2, packed.length / 2 + 100, (byte) 0xA5);
    assertThatThrownBy(() -> readAll(packed))
        .isInstanceOf(UnableToUnpackException.class)
        .hasMessageStartingWith("it is damaged: ");
  }

  @Test
  void takesEverythingElseAsItIs() throws IOException {
    for (String text : new String[] {"", "{", "{}\n", "(\u00B5/", "plain"}) {
      assertThat(readAll(text.getBytes(UTF_8))).isEqualTo(text.getBytes(UTF_8));
    }
  }

  private static byte[] readAll(byte[] bytes) throws IOException {
    try (InputFile input = open(bytes)) {
      return input.content().readAllBytes();
    }
  }

  private static InputFile open(byte[] bytes) throws IOException {
    return InputFile.of(new ByteArrayInputStream(bytes));
  }

  private static byte[] text() {
    byte[] bytes = new byte[200_000];
    Random random = new Random(1);
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) (random.nextInt(40) == 0 ? '\n' : 'a' + random.nextInt(16));
    }
    return bytes;
  }
}
