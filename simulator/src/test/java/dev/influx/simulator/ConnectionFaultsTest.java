package dev.influx.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each fault of a connection, one by one, as a client meets it. */
class ConnectionFaultsTest {

  private final TestingFaults faults = new TestingFaults(Instant.parse("2026-03-03T10:00:00.250Z"));

  @AfterEach
  void close() {
    faults.close();
  }

  @Test
  void resetsTheConnectionBeforeTheHeaders() throws IOException {
    faults.script("{kind: reset_before_headers, times: 1}");

    try (Socket socket = faults.ask()) {
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
    faults.assertPaid();
  }

  @Test
  void resetsTheConnectionInTheBody() throws IOException {
    faults.script("{kind: reset_in_body, times: 1}");

    try (Socket socket = faults.ask()) {
      String head = new String(socket.getInputStream().readNBytes(15), ISO_8859_1);
      assertThat(head).isEqualTo("HTTP/1.1 200 \r\n");
      assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
          .isInstanceOf(SocketException.class);
    }
    faults.assertPaid();
  }

  @Test
  void refusesConnectionsForATime() throws IOException {
    faults.script("{kind: refuse_connections, seconds: 0.5, times: 1}");

    try (Socket open = faults.connect();
        Socket socket = faults.ask()) {
      assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
      assertThatThrownBy(() -> open.getInputStream().read()).isInstanceOf(SocketException.class);
      assertThatThrownBy(faults::connect).isInstanceOf(ConnectException.class);
    }
    assertThat(untilItListens()).startsWith("HTTP/1.1 200");
  }

  @Test
  void stallsAndEndsWithoutAByte() throws IOException {
    faults.script("{kind: stall, seconds: 0.3, times: 1}");

    try (Socket socket = faults.ask()) {
      socket.setSoTimeout(50);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      socket.setSoTimeout(10_000);
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    faults.assertPaid();
  }

  @Test
  void aStallDoesNotHoldAStop() throws IOException {
    faults.script("{kind: stall, seconds: 3600}");

    try (Socket socket = faults.ask()) {
      socket.setSoTimeout(50);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      faults.close();
      socket.setSoTimeout(10_000);
      assertThat(ended(socket)).isTrue();
    }
  }

  @Test
  void dripsTheWholeAnswerSlowly() throws IOException {
    byte[] whole = faults.client().get(faults.target()).bytes();
    faults.script("{kind: slow_drip, seconds: 0.4, times: 1}");

    try (Socket socket = faults.ask()) {
      socket.setSoTimeout(10_000);
      String head = "";
      while (!head.endsWith("\r\n\r\n")) {
        head += (char) socket.getInputStream().read();
      }
      assertThat(socket.getInputStream().available()).isLessThan(whole.length);
      assertThat(socket.getInputStream().readNBytes(whole.length)).isEqualTo(whole);
    }
  }

  @Test
  void promisesMoreThanItSends() throws IOException {
    byte[] whole = faults.client().get(faults.target()).bytes();
    faults.script("{kind: wrong_content_length, bytes: 7, times: 1}");
    String answer = faults.exchange();

    assertThat(answer).contains("content-length: " + (whole.length + 7) + "\r\n");
    assertThat(answer).endsWith("\r\n\r\n" + new String(whole, ISO_8859_1));
  }

  @Test
  void sendsInChunks() throws IOException {
    byte[] whole = faults.client().get(faults.target()).bytes();
    faults.script("{kind: chunked}");

    assertThat(faults.client().get(faults.target()).bytes()).isEqualTo(whole);
    assertThat(faults.exchange())
        .contains("transfer-encoding: chunked")
        .doesNotContain("content-length")
        .endsWith("\r\n0\r\n\r\n");
  }

  private String untilItListens() throws IOException {
    await().until(this::listens);
    return faults.exchange();
  }

  private boolean listens() throws IOException {
    try (Socket socket = faults.connect()) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false;
    }
  }

  private static boolean ended(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException e) {
      return true;
    }
  }
}
