package dev.influx.monitor.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A client that says exactly what it is told to: browsers and libraries are too polite. */
final class TestingClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream in;

  private TestingClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  static TestingClient connect(InetSocketAddress address) throws IOException {
    Socket socket = new Socket();
    socket.connect(address, PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new TestingClient(socket);
  }

  /** One that hardly takes in what it is sent. */
  static TestingClient deaf(InetSocketAddress address) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(1024);
    socket.connect(address, PATIENCE_MILLIS);
    return new TestingClient(socket);
  }

  void say(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** All that is answered until the connection is closed. */
  String answer() throws IOException {
    return new String(in.readAllBytes(), ISO_8859_1);
  }

  /** As much as it takes to have read a text. */
  String readUntil(String text) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.length() < text.length() || read.indexOf(text, read.length() - text.length()) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the connection ended after: " + read);
      }
      read.append((char) next);
    }
    return read.toString();
  }

  /** Asks once, and hangs up. */
  static String ask(InetSocketAddress address, String request) throws IOException {
    try (TestingClient client = connect(address)) {
      client.say(request);
      return client.answer();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
