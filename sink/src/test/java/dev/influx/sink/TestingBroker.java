package dev.influx.sink;

import dev.influx.embedded.BrokerSettings;
import dev.influx.embedded.EmbeddedBroker;
import java.nio.file.Path;

/** A broker of one test's own, which may be away for a while. */
final class TestingBroker implements AutoCloseable {
  private final BrokerSettings settings;
  private EmbeddedBroker running;

  private TestingBroker(EmbeddedBroker running) {
    this.running = running;
    this.settings = running.settings();
  }

  static TestingBroker start(Path directory) {
    return new TestingBroker(EmbeddedBroker.start(BrokerSettings.in(directory)));
  }

  String bootstrapServers() {
    return running.bootstrapServers();
  }

  void stop() {
    running.close();
  }

  /** With the same data on the same port. */
  void startAgain() {
    running = EmbeddedBroker.start(settings);
  }

  @Override
  public void close() {
    running.close();
  }
}
