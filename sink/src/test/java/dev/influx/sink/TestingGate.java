package dev.influx.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An address that leads to another one while it is open, and to nobody while it is shut. */
final class TestingGate implements AutoCloseable {
  private final InetSocketAddress target;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final int port;
  private ServerSocket door;

  private TestingGate(InetSocketAddress target, int port) {
    this.target = target;
    this.port = port;
  }

  /** On a port that was free a moment ago. */
  static TestingGate shutBefore(InetSocketAddress target) {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new TestingGate(target, probe.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
  }

  void open() {
    try {
      door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
      threads.execute(this::admit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket caller = kept(door.accept());
        Socket answerer = kept(new Socket(target.getAddress(), target.getPort()));
        threads.execute(() -> pass(caller, answerer));
        threads.execute(() -> pass(answerer, caller));
      } catch (IOException e) {
        return;
      }
    }
  }

  private Socket kept(Socket socket) {
    sockets.add(socket);
    return socket;
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side hung up, which is how every conversation ends.
      return;
    }
  }

  void shut() {
    if (door == null) {
      return;
    }
    try {
      door.close();
      for (Socket socket : sockets) {
        socket.close();
      }
      sockets.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    shut();
    threads.shutdownNow();
  }
}
