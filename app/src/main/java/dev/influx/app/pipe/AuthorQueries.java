package dev.influx.app.pipe;

import dev.influx.runtime.HealthEndpoint;
import dev.influx.schemas.wire.StateCodec;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.topology.Scorer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Questions to a scorer on this machine about what it remembers of an author: an answer costs a
 * look-up, where the log of its state would have to be read from the beginning.
 */
public final class AuthorQueries {
  private static final Logger LOG = LoggerFactory.getLogger(AuthorQueries.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int OK = 200;
  private static final StateCodec CODEC = new StateCodec();

  private AuthorQueries() {}

  /** Lets a scorer be asked. */
  static void offer(HealthEndpoint endpoint, Installation installation, Scorer scorer) {
    endpoint.offer(path(installation), scorer::author);
  }

  /** Other installations may have a scorer on this machine, too. */
  private static String path(Installation installation) {
    return "/authors/" + Wiring.scorerGroup(installation) + "/";
  }

  /**
   * Empty if no scorer of the installation listens there, or if it does not have the author.
   *
   * @param id of digits
   */
  public static Optional<History> ask(
      Installation installation, InetSocketAddress endpoint, String id) {
    URI uri =
        URI.create(
            "http://"
                + endpoint.getHostString()
                + ":"
                + endpoint.getPort()
                + path(installation)
                + id);
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
      return Optional.of(answer)
          .filter(it -> it.statusCode() == OK)
          .map(it -> History.in(CODEC.decode(it.body())));
    } catch (IOException e) {
      LOG.debug("{} does not answer", uri, e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
