package dev.influx.simulator.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
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
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final Duration RETRY = Duration.ofMillis(100);

  private final InetSocketAddress address;
  private final WireHandler handler;
  private final Object gate = new Object();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads;
  private volatile ServerSocket listener;
  private volatile boolean closed;
  private volatile long refusingUntil;

  private WireServer(ServerSocket listener, WireHandler handler) {
    this.listener = listener;
    this.address = (InetSocketAddress) listener.getLocalSocketAddress();
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
    WireServer server = new WireServer(listen(address), handler);
    server.threads.execute(server::accept);
    return server;
  }

  public int port() {
    return address.getPort();
  }

  @Override
  public void close() {
    try {
      synchronized (gate) {
        closed = true;
        listener.close();
        gate.notifyAll();
      }
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

  private static ServerSocket listen(InetSocketAddress address) throws IOException {
    ServerSocket listener = new ServerSocket();
    try {
      listener.setReuseAddress(true);
      listener.bind(address, BACKLOG);
      return listener;
    } catch (IOException e) {
      listener.close();
      throw e;
    }
  }

  private void accept() {
    while (!closed) {
      try {
        serve(listener.accept());
      } catch (IOException e) {
        if (!closed && listener.isClosed()) {
          listenAgain();
        } else if (!closed) {
          log.warn("unable to accept a connection: {}", e.toString());
        }
      }
    }
  }

  /** Resets all connections and listens no more for a time. */
  private void refuse(Duration time) {
    synchronized (gate) {
      refusingUntil = System.nanoTime() + time.toNanos();
      try {
        listener.close();
        for (Socket socket : open) {
          socket.setSoLinger(true, 0);
          socket.close();
        }
      } catch (IOException e) {
        log.warn("unable to end all connections: {}", e.toString());
      }
    }
  }

  private void listenAgain() {
    synchronized (gate) {
      try {
        awaitRefusal();
        if (!closed) {
          listener = listen(address);
        }
      } catch (IOException e) {
        log.error("unable to listen at {} again: {}", address, e.toString());
        refusingUntil = System.nanoTime() + RETRY.toNanos();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        closed = true;
      }
    }
  }

  private void awaitRefusal() throws InterruptedException {
    long left = refusingUntil - System.nanoTime();
    while (left > 0 && !closed) {
      gate.wait(left / NANOS_PER_MILLI, (int) (left % NANOS_PER_MILLI));
      left = refusingUntil - System.nanoTime();
    }
  }

  private void serve(Socket socket) throws IOException {
    open.add(socket);
    try {
      threads.execute(
          () -> {
            try {
              new Connection(socket, handler, this::refuse).run();
            } finally {
              open.remove(socket);
            }
          });
      if (closed || listener.isClosed()) {
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
