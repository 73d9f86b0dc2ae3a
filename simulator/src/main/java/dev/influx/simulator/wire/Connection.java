package dev.influx.simulator.wire;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the requests of one connection, one after the other. */
final class Connection implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(Connection.class);

  private final Socket socket;
  private final WireHandler handler;
  private final Consumer<Duration> refusal;

  Connection(Socket socket, WireHandler handler, Consumer<Duration> refusal) {
    this.socket = socket;
    this.handler = handler;
    this.refusal = refusal;
  }

  @Override
  public void run() {
    try (socket) {
      serve(new Line(socket, refusal));
    } catch (SocketTimeoutException e) {
      log.debug("an idle connection was closed");
    } catch (IOException e) {
      log.debug("a connection ended: {}", e.toString());
    }
  }

  private void serve(Line line) throws IOException {
    RequestReader requests = new RequestReader(line.in(), line.out());
    boolean open = true;
    while (open) {
      try {
        Optional<WireRequest> request = requests.next();
        open = request.isPresent() && answer(request.get()).deliver(line);
      } catch (UnreadableRequestException e) {
        open = new Outgoing(handler.refuse(e.status()), true, false).deliver(line);
      }
    }
    line.end();
  }

  private Outgoing answer(WireRequest request) {
    boolean withBody = !request.method().equals("HEAD");
    return new Outgoing(response(request), withBody, request.keepsAlive());
  }

  private WireResponse response(WireRequest request) {
    try {
      return handler.answer(request);
    } catch (RuntimeException e) {
      log.error("unable to answer {} {}", request.method(), request.path(), e);
      return handler.refuse(500);
    }
  }
}
