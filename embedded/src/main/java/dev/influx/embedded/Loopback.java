package dev.influx.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** The one address that anything embedded listens on: nobody outside this machine gets in. */
final class Loopback {
  static final String HOST = "127.0.0.1";

  private Loopback() {}

  static InetSocketAddress address(int port) throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1}), port);
  }

  static StartRefusedException taken(int port, IOException cause) {
    return new StartRefusedException(
        "Port %d on %s cannot be had: %s.".formatted(port, HOST, cause.getMessage()),
        "Stop what listens there, or choose another port (0 takes a free one).",
        cause);
  }
}
