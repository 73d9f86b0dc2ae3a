package dev.influx.sink.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class BlockGzipTest {
  @Test
  void whatIsPackedUnpacksWhateverItsLength() throws IOException {
    for (int length : new int[] {0, 1, (1 << 19) - 1, 1 << 19, (1 << 19) + 1, 3_000_000}) {
      byte[] bytes = bytes(length);

      try (GZIPInputStream in =
          new GZIPInputStream(new ByteArrayInputStream(packed(bytes, length + 1)))) {
        assertThat(in.readAllBytes()).as("length %d", length).isEqualTo(bytes);
      }
    }
  }

  @Test
  void howTheBytesComeDoesNotMatterAndNoTimeIsInThem() throws IOException {
    byte[] bytes = bytes(1_500_000);

    byte[] packed = packed(bytes, 1_500_000);

    assertThat(packed(bytes, 7_777)).isEqualTo(packed);
    assertThat(packed).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
  }

  /** Texts of few letters, so that there is something to pack. */
  private static byte[] bytes(int length) {
    Random random = new Random(length);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ('a' + random.nextInt(4));
    }
    return bytes;
  }

  private static byte[] packed(byte[] bytes, int piece) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BlockGzip gzip = new BlockGzip(out)) {
      for (int from = 0; from < bytes.length; from += piece) {
        gzip.write(bytes, from, Math.min(piece, bytes.length - from));
      }
      gzip.finish();
    }
    return out.toByteArray();
  }
}
