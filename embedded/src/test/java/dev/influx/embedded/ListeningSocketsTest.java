package dev.influx.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import org.junit.jupiter.api.Test;

class ListeningSocketsTest {
  private static final InetSocketAddress IGNORED = InetSocketAddress.createUnresolved("x", 1);

  @Test
  void handsOutEachSocketOnce() throws Exception {
    try (ListeningSockets sockets = ListeningSockets.bind(0);
        ServerSocketChannel clients = sockets.openServerSocket("CLIENTS", IGNORED, 1, 1)) {
      assertThat(clients.getLocalAddress()).isEqualTo(Loopback.address(sockets.clientPort()));
      assertThat(clients.isBlocking()).isFalse();
      assertThat(sockets.clients()).isEqualTo("127.0.0.1:" + sockets.clientPort());
      assertThat(sockets.controller()).startsWith("127.0.0.1:").isNotEqualTo(sockets.clients());
      assertThatIOException()
          .isThrownBy(() -> sockets.openServerSocket("CLIENTS", IGNORED, 1, 1))
          .withMessageContaining("CLIENTS");
    }
  }

  @Test
  void freesThePortsThatWereNotTaken() throws Exception {
    ListeningSockets first = ListeningSockets.bind(0);
    first.close();

    try (ListeningSockets second = ListeningSockets.bind(first.clientPort())) {
      assertThat(second.clientPort()).isEqualTo(first.clientPort());
    }
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    try (ServerSocket other = new ServerSocket()) {
      other.bind(Loopback.address(0));
      int port = other.getLocalPort();

      assertThatExceptionOfType(StartRefusedException.class)
          .isThrownBy(() -> ListeningSockets.bind(port))
          .satisfies(e -> assertThat(e.why()).contains("Port " + port + " on 127.0.0.1"))
          .satisfies(e -> assertThat(e.remedy()).contains("another port"));
    }
  }
}
