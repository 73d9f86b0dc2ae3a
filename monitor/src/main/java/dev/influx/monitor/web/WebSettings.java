package dev.influx.monitor.web;

import dev.influx.runtime.Explained;
import dev.influx.runtime.Secret;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where to listen, and for whom.
 *
 * @param token opens what is not for everybody
 * @param mostClients of the stream of events at a time
 */
public record WebSettings(InetSocketAddress address, Optional<Secret> token, int mostClients) {

  /** How many may follow the events where nobody chose another number. */
  public static final int MOST_CLIENTS = 64;

  /** Nobody but this machine is served without a token. */
  public WebSettings {
    boolean local = address.getAddress() != null && address.getAddress().isLoopbackAddress();
    if (!local && token.isEmpty()) {
      throw new Explained(
          "the monitor does not listen on " + address.getHostString(),
          "others could reach it there, and there is no token",
          "name a file with a token in monitor.token_file, or listen on 127.0.0.1",
          null);
    }
  }

  boolean isLocal() {
    return address.getAddress().isLoopbackAddress();
  }
}
