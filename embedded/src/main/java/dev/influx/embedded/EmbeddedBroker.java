package dev.influx.embedded;

import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * A running Kafka broker in this JVM, reachable on 127.0.0.1 only, with its data in a directory.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final DataFormat FORMAT = new DataFormat("broker", 1, AppInfoParser.getVersion());

  private final BrokerSettings settings;
  private final String clusterId;
  private final FatalFaults faults;
  private final Held held;

  private EmbeddedBroker(BrokerSettings settings, String clusterId, FatalFaults faults, Held held) {
    this.settings = settings;
    this.clusterId = clusterId;
    this.faults = faults;
    this.held = held;
  }

  /**
   * Starts a broker and returns when it serves. On a directory that was used before it has the same
   * cluster id, topics and offsets as then.
   *
   * @throws UnableToStartBrokerException with the reason and what to do about it
   */
  public static EmbeddedBroker start(BrokerSettings settings) {
    Held held = new Held();
    EmbeddedBroker started = null;
    try {
      started = start(settings, held);
      return started;
    } catch (StartRefusedException e) {
      throw new UnableToStartBrokerException(
          "The broker could not start in %s.".formatted(settings.directory()), e);
    } finally {
      if (started == null) {
        held.close();
      }
    }
  }

  private static EmbeddedBroker start(BrokerSettings settings, Held held)
      throws StartRefusedException {
    DataDirectory data = held.add(DataDirectory.claim(settings.directory(), FORMAT));
    ListeningSockets sockets = held.add(ListeningSockets.bind(settings.port()));
    FatalFaults faults = new FatalFaults();
    Path log = data.resolve("kafka");
    try {
      KafkaNode.format(log);
      KafkaNode node =
          held.add(KafkaNode.assemble(NodeProperties.of(settings, log, sockets), sockets, faults));
      node.start();
      return new EmbeddedBroker(
          settings.withPort(sockets.clientPort()), node.clusterId(), faults, held);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefusedException("The start was interrupted.", "Start it again.", e);
    } catch (Exception e) {
      throw refusal(faults.cause().orElse(e));
    }
  }

  private static StartRefusedException refusal(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String remedy =
        root instanceof ConfigException
            ? "Correct that Kafka setting."
            : "The log says more; if the data can be spared, choose an empty directory.";
    return new StartRefusedException("Kafka failed: " + root, remedy, cause);
  }

  public String bootstrapServers() {
    return Loopback.HOST + ":" + settings.port();
  }

  public String clusterId() {
    return clusterId;
  }

  /** What it runs with, the port it got included: a broker started with these is the same again. */
  public BrokerSettings settings() {
    return settings;
  }

  /**
   * Completes with the cause when the broker can no longer serve; its owner should then close it. A
   * disk that fails is not told here: Kafka then halts the JVM, so that nothing half written is
   * acknowledged.
   */
  public CompletionStage<Throwable> failure() {
    return faults.first();
  }

  /** Stops serving, and leaves the data as a clean start needs it; does nothing the second time. */
  @Override
  public void close() {
    held.close();
  }
}
