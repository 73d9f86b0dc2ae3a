package dev.influx.harvester.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Undoes the compression of bodies, up to a size that no honest answer reaches. */
final class Encoding {
  private Encoding() {}

  static Body decode(byte[] bytes, String encoding, int most) throws IOException {
    if (bytes.length == 0) {
      return Body.EMPTY;
    }
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> Body.of(bytes);
      case "gzip", "x-gzip" -> Body.of(inflate(bytes, most));
      default -> throw new IOException("the answer is encoded in a way that was not asked for");
    };
  }

  private static byte[] inflate(byte[] bytes, int most) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] inflated = in.readNBytes(most + 1);
      if (inflated.length > most) {
        throw new IOException("the answer is larger than " + most + " bytes, decompressed");
      }
      return inflated;
    }
  }
}
