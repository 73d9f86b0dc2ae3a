package dev.influx.scorer.topology;

import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A scorer in a process of its own, so that it can be killed. */
final class TestingScorerProcess {
  /** Whoever leaves is missed soon. */
  static final Map<String, String> SHORT_SESSIONS =
      Map.of("main.consumer.session.timeout.ms", "6000");

  private TestingScorerProcess() {}

  static Process start(
      TestingInstallation installation, String registryUrl, Path directory, String instance)
      throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                TestingScorerProcess.class.getName(),
                installation.kafka.bootstrapServers(),
                registryUrl,
                installation.topics.prefix(),
                directory.toString(),
                instance))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log(directory, instance).toFile()))
        .start();
  }

  /** What it says. */
  static Path log(Path directory, String instance) {
    return directory.resolve(instance + ".log");
  }

  /** Runs until it is killed, or until its parent, which holds the other end of its input, ends. */
  public static void main(String[] args) throws IOException {
    Topics topics = new Topics(args[2]);
    Registry registry = Registry.at(args[1], Map.of());
    try (registry;
        InputStream parent = System.in;
        Scorer scorer =
            TestingInstallation.start(
                TestingInstallation.settings(
                    topics, args[4], Path.of(args[3], "state-" + args[4]), SHORT_SESSIONS),
                KafkaConnection.to(args[0]),
                registry,
                topics,
                new SimpleMeterRegistry())) {
      while (parent.read() >= 0) {
        scorer.health();
      }
    }
  }
}
