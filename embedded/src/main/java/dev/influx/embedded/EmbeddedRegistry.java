package dev.influx.embedded;

import dev.influx.embedded.registry.RegistryServer;
import dev.influx.embedded.registry.SchemaRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * A running schema registry in this JVM for any Confluent client, reachable on 127.0.0.1 only, with
 * its data in a directory.
 */
public final class EmbeddedRegistry implements AutoCloseable {
  private static final DataFormat FORMAT = new DataFormat("registry", 1, null);

  private final RegistrySettings settings;
  private final Held held;

  private EmbeddedRegistry(RegistrySettings settings, Held held) {
    this.settings = settings;
    this.held = held;
  }

  /**
   * Starts a registry and returns when it serves. On a directory that was used before it has the
   * same schemas under the same ids.
   *
   * @throws UnableToStartRegistryException with the reason and what to do about it
   */
  public static EmbeddedRegistry start(RegistrySettings settings) {
    Held held = new Held();
    EmbeddedRegistry started = null;
    try {
      started = start(settings, held);
      return started;
    } catch (StartRefusedException e) {
      throw new UnableToStartRegistryException(
          "The schema registry could not start in %s.".formatted(settings.directory()), e);
    } finally {
      if (started == null) {
        held.close();
      }
    }
  }

  private static EmbeddedRegistry start(RegistrySettings settings, Held held)
      throws StartRefusedException {
    DataDirectory data = held.add(DataDirectory.claim(settings.directory(), FORMAT));
    SchemaRegistry registry = held.add(open(data.resolve("schemas.journal")));
    RegistryServer server = held.add(serve(registry, settings.port()));
    return new EmbeddedRegistry(settings.withPort(server.port()), held);
  }

  private static SchemaRegistry open(Path journal) throws StartRefusedException {
    try {
      return SchemaRegistry.open(journal);
    } catch (IOException e) {
      throw new StartRefusedException(
          "Its schemas cannot be read: %s.".formatted(e.getMessage()),
          "Restore %s from a backup, or choose an empty directory.".formatted(journal),
          e);
    }
  }

  private static RegistryServer serve(SchemaRegistry registry, int port)
      throws StartRefusedException {
    try {
      return RegistryServer.start(registry, Loopback.address(port));
    } catch (IOException e) {
      throw Loopback.taken(port, e);
    }
  }

  public URI uri() {
    return URI.create("http://" + Loopback.HOST + ":" + settings.port());
  }

  /** What it runs with, the port it got included. */
  public RegistrySettings settings() {
    return settings;
  }

  /** Stops serving; does nothing the second time. */
  @Override
  public void close() {
    held.close();
  }
}
