package dev.influx.embedded.junit;

import dev.influx.embedded.BrokerSettings;
import dev.influx.embedded.EmbeddedBroker;
import dev.influx.embedded.EmbeddedRegistry;
import dev.influx.embedded.RegistrySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A broker and a registry at work, with the directory that goes when they do. */
final class RunningKafka implements AutoCloseable {
  private final Broker broker;
  private final EmbeddedRegistry registry;
  private final Path directory;
  private final TestKafka kafka;

  private RunningKafka(Broker broker, EmbeddedRegistry registry, Path directory) {
    this.broker = broker;
    this.registry = registry;
    this.directory = directory;
    this.kafka = new TestKafka(broker.bootstrapServers(), registry.uri().toString());
  }

  static RunningKafka start(BrokerPlace place) {
    Path directory = createDirectory();
    Broker broker = place == BrokerPlace.IN_VM ? inVm(directory.resolve("broker")) : inContainer();
    Path registry = directory.resolve("registry");
    return new RunningKafka(
        broker, EmbeddedRegistry.start(RegistrySettings.in(registry)), directory);
  }

  private static Broker inVm(Path directory) {
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(directory));
    return new Broker(broker.bootstrapServers(), broker);
  }

  private static Broker inContainer() {
    ContainerBroker broker = ContainerBroker.start();
    return new Broker(broker.bootstrapServers(), broker);
  }

  private static Path createDirectory() {
    try {
      return Files.createTempDirectory("influx-test-kafka-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TestKafka kafka() {
    return kafka;
  }

  @Override
  public void close() throws Exception {
    broker.handle().close();
    registry.close();
    DirectoryTree.delete(directory);
  }

  private record Broker(String bootstrapServers, AutoCloseable handle) {}
}
