package dev.influx.simulator.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server. */
public final class WireServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(WireServer.class);

  private static final int MOST_CONNECTIONS = 256;
  private static final int BACKLOG = 128;
  private static final long PATIENCE_SECONDS = 2;

  private final ServerSocket listener;
  private final WireHandler handler;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads;

  private WireServer(ServerSocket listener, WireHandler handler) {
    this.listener = listener;
    this.handler = handler;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            0,
            MOST_CONNECTIONS + 1,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> daemon(task, "simulator-http-" + number.incrementAndGet()));
  }

  /**
   * Listens and answers until closed.
   *
   * @param address with port 0 for any free one
   */
  public static WireServer start(InetSocketAddress address, WireHandler handler)
      throws IOException {
    ServerSocket listener = new ServerSocket();
    try {
      listener.setReuseAddress(true);
      listener.bind(address, BACKLOG);
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    WireServer server = new WireServer(listener, handler);
    server.threads.execute(server::accept);
    return server;
  }

  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to close the server", e);
    } finally {
      threads.shutdown();
      awaitThreads();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        serve(listener.accept());
      } catch (IOException e) {
        if (!listener.isClosed()) {
          log.warn("unable to accept a connection: {}", e.toString());
        }
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    open.add(socket);
    try {
      threads.execute(
          () -> {
            try {
              new Connection(socket, handler).run();
            } finally {
              open.remove(socket);
            }
          });
      if (listener.isClosed()) {
        socket.close();
      }
    } catch (RejectedExecutionException e) {
      log.debug("turned away a connection: too many, or closing");
      open.remove(socket);
      socket.close();
    }
  }

  private void awaitThreads() {
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("connections of the simulator are still busy after {} s", PATIENCE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A forgotten server does not keep the JVM alive. */
  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
