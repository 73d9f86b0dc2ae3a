package dev.influx.simulator.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the requests of one connection, one after the other. */
final class Connection implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(Connection.class);

  private static final int IDLE_MILLIS = 60_000;
  private static final int LINGER_MILLIS = 500;
  private static final int LINGER_BYTES = 1 << 20;

  private final Socket socket;
  private final WireHandler handler;

  Connection(Socket socket, WireHandler handler) {
    this.socket = socket;
    this.handler = handler;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(IDLE_MILLIS);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      serve(in, new RequestReader(in), new ResponseWriter(socket.getOutputStream()));
    } catch (SocketTimeoutException e) {
      log.debug("an idle connection was closed");
    } catch (IOException e) {
      log.debug("a connection ended: {}", e.toString());
    }
  }

  private void serve(InputStream in, RequestReader requests, ResponseWriter responses)
      throws IOException {
    boolean open = true;
    while (open) {
      try {
        Optional<WireRequest> request = requests.next();
        open = request.isPresent() && request.get().keepsAlive();
        if (request.isPresent()) {
          boolean withBody = !request.get().method().equals("HEAD");
          responses.write(answer(request.get()), withBody, open);
        }
      } catch (UnreadableRequestException e) {
        responses.write(handler.refuse(e.status()), true, false);
        open = false;
      }
    }
    linger(in);
  }

  private WireResponse answer(WireRequest request) {
    try {
      return handler.answer(request);
    } catch (RuntimeException e) {
      log.error("unable to answer {} {}", request.method(), request.path(), e);
      return handler.refuse(500);
    }
  }

  /** Closing with unread bytes would reset the connection, and the peer could lose the answer. */
  private void linger(InputStream in) throws IOException {
    socket.shutdownOutput();
    socket.setSoTimeout(LINGER_MILLIS);
    byte[] rest = new byte[8_192];
    int total = 0;
    for (int n = 0; n >= 0 && total < LINGER_BYTES; total += n) {
      n = in.read(rest);
    }
  }
}
