package dev.influx.validator.lines;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** How a file may be packed: told by its first bytes, for names may say anything. */
enum Packing {
  GZIP("1f8b") {
    @Override
    InputStream unpack(InputStream packed) throws IOException {
      return new GZIPInputStream(packed, BUFFER);
    }
  },
  ZSTD("28b52ffd") {
    @Override
    InputStream unpack(InputStream packed) throws IOException {
      return new ZstdInputStream(packed);
    }
  },
  NONE("") {
    @Override
    InputStream unpack(InputStream packed) {
      return packed;
    }
  };

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_MAGIC = 4;

  /** The first bytes, in hex. */
  private final String magic;

  Packing(String magic) {
    this.magic = magic;
  }

  abstract InputStream unpack(InputStream packed) throws IOException;

  /** What is in the stream, however it is packed. */
  static InputStream open(InputStream stream) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(stream, BUFFER);
    Packing packing = of(buffered);
    return packing == NONE ? buffered : Unpacking.open(packing, buffered);
  }

  private static Packing of(InputStream stream) throws IOException {
    stream.mark(LONGEST_MAGIC);
    String first = HexFormat.of().formatHex(stream.readNBytes(LONGEST_MAGIC));
    stream.reset();
    return Arrays.stream(values())
        .filter(packing -> first.startsWith(packing.magic))
        .findFirst()
        .orElse(NONE);
  }
}
