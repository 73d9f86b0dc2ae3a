package dev.influx.simulator.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An answer on its way.
 *
 * @param withBody false for HEAD, which is told the length of the body it does not get
 */
record Outgoing(WireResponse response, boolean withBody, boolean keepsAlive) {

  /** Sends the answer as it is to be delivered, and says whether there can be another one. */
  boolean deliver(Line line) throws IOException {
    boolean open = response.delivery().run(this, line);
    return open && keepsAlive;
  }

  void writeTo(OutputStream out) throws IOException {
    if (response.length().isPresent()) {
      out.write(head("content-length: " + response.length().getAsInt()));
    } else {
      out.write(head("transfer-encoding: chunked"));
    }
    if (withBody && response.length().isPresent()) {
      response.body().writeTo(out);
    } else if (withBody) {
      writeChunks(out);
    }
    out.flush();
  }

  /**
   * The status line and the headers.
   *
   * @param framing the header that says where the body ends
   */
  byte[] head(String framing) {
    StringBuilder head = new StringBuilder(512);
    head.append("HTTP/1.1 ").append(response.status()).append(" \r\n");
    response
        .headers()
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append(framing).append("\r\n");
    if (!keepsAlive) {
      head.append("connection: close\r\n");
    }
    return head.append("\r\n").toString().getBytes(ISO_8859_1);
  }

  byte[] body() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (withBody) {
      response.body().writeTo(bytes);
    }
    return bytes.toByteArray();
  }

  private void writeChunks(OutputStream out) throws IOException {
    BufferedOutputStream chunks = new BufferedOutputStream(new ChunkStream(out), Line.BUFFER);
    response.body().writeTo(chunks);
    chunks.flush();
    out.write("0\r\n\r\n".getBytes(ISO_8859_1));
  }

  /** Frames everything written to it as a chunk. */
  private static final class ChunkStream extends OutputStream {
    private final OutputStream out;

    private ChunkStream(OutputStream out) {
      this.out = out;
    }

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
