package dev.influx.simulator.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes answers to a connection. */
final class ResponseWriter {

  private static final int CHUNK = 16_384;

  private final OutputStream out;

  ResponseWriter(OutputStream out) {
    this.out = new BufferedOutputStream(out, CHUNK);
  }

  /**
   * Writes an answer out.
   *
   * @param withBody false for HEAD, which is told the length of the body it does not get
   */
  void write(WireResponse response, boolean withBody, boolean keepsAlive) throws IOException {
    out.write(head(response, keepsAlive).getBytes(ISO_8859_1));
    if (withBody && response.length().isPresent()) {
      response.body().writeTo(out);
    } else if (withBody) {
      writeChunks(response.body());
    }
    out.flush();
  }

  private static String head(WireResponse response, boolean keepsAlive) {
    StringBuilder head = new StringBuilder();
    head.append("HTTP/1.1 ").append(response.status()).append(" \r\n");
    response.headers().forEach((name, value) -> header(head, name, value));
    if (response.length().isPresent()) {
      header(head, "content-length", Integer.toString(response.length().getAsInt()));
    } else {
      header(head, "transfer-encoding", "chunked");
    }
    if (!keepsAlive) {
      header(head, "connection", "close");
    }
    return head.append("\r\n").toString();
  }

  private static void header(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }

  private void writeChunks(WireResponse.Body body) throws IOException {
    BufferedOutputStream chunks = new BufferedOutputStream(new ChunkStream(), CHUNK);
    body.writeTo(chunks);
    chunks.flush();
    out.write("0\r\n\r\n".getBytes(ISO_8859_1));
  }

  /** Frames everything written to it as a chunk. */
  private final class ChunkStream extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length > 0) {
        out.write((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
        out.write(bytes, offset, length);
        out.write("\r\n".getBytes(ISO_8859_1));
      }
    }
  }
}
