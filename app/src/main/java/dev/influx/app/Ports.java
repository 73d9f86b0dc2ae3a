package dev.influx.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Which port an embedded server takes: the one that was asked for, or else one that is free. */
final class Ports {
  private Ports() {}

  /**
   * A port that somebody named is taken at its word; the usual one only when nobody else has it.
   */
  static int choose(Integer named, int usual) {
    if (named != null) {
      return named;
    }
    return isFree(usual) ? usual : 0;
  }

  static int ofAddress(String bootstrapServers) {
    String first = bootstrapServers.split(",", 2)[0];
    return Integer.parseInt(first.substring(first.lastIndexOf(':') + 1));
  }

  private static boolean isFree(int port) {
    if (port < 1) {
      return false;
    }
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
