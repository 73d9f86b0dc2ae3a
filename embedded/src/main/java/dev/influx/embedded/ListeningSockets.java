package dev.influx.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The sockets of the node, bound before Kafka starts: a taken port is found before anything is
 * written, and a free one cannot be lost to somebody else.
 */
final class ListeningSockets implements ServerSocketFactory, AutoCloseable {
  private final Map<String, ServerSocketChannel> waiting = new ConcurrentHashMap<>();
  private final int clientPort;
  private final int controllerPort;

  private ListeningSockets(ServerSocketChannel clients, ServerSocketChannel controller) {
    waiting.put(NodeProperties.CLIENTS, clients);
    waiting.put(NodeProperties.CONTROLLER, controller);
    clientPort = clients.socket().getLocalPort();
    controllerPort = controller.socket().getLocalPort();
  }

  static ListeningSockets bind(int port) throws StartRefusedException {
    ServerSocketChannel clients = listenOn(port);
    try {
      return new ListeningSockets(clients, listenOn(0));
    } catch (StartRefusedException e) {
      Utils.closeQuietly(clients, "socket for clients");
      throw e;
    }
  }

  private static ServerSocketChannel listenOn(int port) throws StartRefusedException {
    ServerSocketChannel channel = null;
    try {
      channel = ServerSocketChannel.open();
      channel.bind(Loopback.address(port));
      channel.configureBlocking(false);
      return channel;
    } catch (IOException e) {
      Utils.closeQuietly(channel, "socket on port " + port);
      throw Loopback.taken(port, e);
    }
  }

  String clients() {
    return Loopback.HOST + ":" + clientPort;
  }

  String controller() {
    return Loopback.HOST + ":" + controllerPort;
  }

  int clientPort() {
    return clientPort;
  }

  @Override
  public ServerSocketChannel openServerSocket(
      String listener, InetSocketAddress address, int backlog, int receiveBuffer)
      throws IOException {
    ServerSocketChannel channel = waiting.remove(listener);
    if (channel == null) {
      throw new IOException("no socket was bound for listener " + listener);
    }
    return channel;
  }

  /** Closes what Kafka has not taken; it closes the others itself. */
  @Override
  public void close() {
    waiting.values().forEach(channel -> Utils.closeQuietly(channel, "unused socket"));
    waiting.clear();
  }
}
