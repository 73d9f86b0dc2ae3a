package dev.influx.simulator.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.Consumer;

/** A connection as bytes, with the ways to mistreat it. */
final class Line {

  static final int BUFFER = 16_384;

  private static final int IDLE_MILLIS = 60_000;
  private static final int LINGER_MILLIS = 500;
  private static final int LINGER_BYTES = 1 << 20;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final Consumer<Duration> refusal;

  /**
   * Takes a connection over.
   *
   * @param refusal ends all connections, and lets nobody connect for a time
   */
  Line(Socket socket, Consumer<Duration> refusal) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(IDLE_MILLIS);
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    this.refusal = refusal;
  }

  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  /**
   * Does nothing for a while, by reading: that ends at once when the peer leaves or the server is
   * closed.
   *
   * @return whether the connection is still there
   */
  boolean idle(Duration time) throws IOException {
    in.mark(1);
    try {
      socket.setSoTimeout((int) Math.max(1, Math.min(Integer.MAX_VALUE, time.toMillis())));
      boolean open = in.read() >= 0;
      in.reset();
      return open;
    } catch (SocketTimeoutException e) {
      return true;
    } finally {
      socket.setSoTimeout(IDLE_MILLIS);
    }
  }

  /** Closes the connection so that the peer sees an error and not an end. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  void refuseEverybody(Duration time) {
    refusal.accept(time);
  }

  /** Closing with unread bytes would reset the connection, and the peer could lose the answer. */
  void end() throws IOException {
    if (socket.isClosed()) {
      return;
    }
    socket.shutdownOutput();
    socket.setSoTimeout(LINGER_MILLIS);
    byte[] rest = new byte[8_192];
    int total = 0;
    for (int n = 0; n >= 0 && total < LINGER_BYTES; total += n) {
      n = in.read(rest);
    }
  }
}
