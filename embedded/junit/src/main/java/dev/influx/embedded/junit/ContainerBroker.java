package dev.influx.embedded.junit;

import dev.influx.embedded.BrokerSettings;
import java.util.Locale;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A broker in a container of the official image, with the settings of the embedded one. */
final class ContainerBroker implements AutoCloseable {
  private static final String OFFICIAL_IMAGE = "apache/kafka";
  private static final String DEFAULT_IMAGE = OFFICIAL_IMAGE + ":4.3.1";

  private final KafkaContainer container;

  private ContainerBroker(KafkaContainer container) {
    this.container = container;
  }

  static ContainerBroker start() {
    DockerImageName image =
        DockerImageName.parse(System.getProperty("influx.test.kafka.image", DEFAULT_IMAGE))
            .asCompatibleSubstituteFor(OFFICIAL_IMAGE);
    KafkaContainer container = new KafkaContainer(image);
    BrokerSettings.singleNode().forEach((key, value) -> container.withEnv(variable(key), value));
    container.start();
    return new ContainerBroker(container);
  }

  /** The image turns such variables back into settings. */
  static String variable(String key) {
    return "KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  String bootstrapServers() {
    return container.getBootstrapServers();
  }

  @Override
  public void close() {
    container.stop();
  }
}
