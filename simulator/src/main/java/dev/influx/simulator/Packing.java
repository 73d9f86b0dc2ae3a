package dev.influx.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.influx.simulator.wire.WireRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Packs bodies for clients that understand it. */
final class Packing {

  private static final Pattern GZIP = Pattern.compile("gzip(;.*)?");
  private static final Pattern REFUSED = Pattern.compile("gzip;q=0(\\.0*)?");
  private static final byte[] BLANKS = " ".repeat(65_536).getBytes(US_ASCII);

  private Packing() {}

  static boolean accepted(WireRequest request) {
    String accepted = request.header("accept-encoding").orElse("").toLowerCase(Locale.ROOT);
    return Stream.of(accepted.split(",", -1))
        .map(coding -> coding.replace(" ", ""))
        .anyMatch(coding -> GZIP.matcher(coding).matches() && !REFUSED.matcher(coding).matches());
  }

  static byte[] gzip(byte[] body) {
    return gzip(body, 0);
  }

  /**
   * Packs a body.
   *
   * @param blanks to put before it, which take a thousandth of their number
   */
  static byte[] gzip(byte[] body, int blanks) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(512, body.length / 3));
    try (GZIPOutputStream gzip = new FastGzip(bytes)) {
      for (int left = blanks; left > 0; left -= BLANKS.length) {
        gzip.write(BLANKS, 0, Math.min(left, BLANKS.length));
      }
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to write to memory", e);
    }
    return bytes.toByteArray();
  }

  /** Compressing harder would take longer than all else in an answer. */
  private static final class FastGzip extends GZIPOutputStream {
    private static final int BUFFER = 8_192;

    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
