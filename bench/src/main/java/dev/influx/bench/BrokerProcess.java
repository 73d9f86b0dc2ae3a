package dev.influx.bench;

import dev.influx.embedded.BrokerSettings;
import dev.influx.embedded.EmbeddedBroker;
import dev.influx.embedded.EmbeddedRegistry;
import dev.influx.embedded.RegistrySettings;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The main class of the broker's JVM. It says on its standard output where broker and registry are,
 * and stops in order when its standard input ends, so that it never outlives who started it.
 */
final class BrokerProcess {
  /** No compaction: it would remove the evidence that every input had one output. */
  private static final String NEVER = Long.toString(Long.MAX_VALUE);

  private BrokerProcess() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    try (EmbeddedBroker broker =
            EmbeddedBroker.start(
                BrokerSettings.in(directory.resolve("kafka"))
                    .with("log.cleaner.min.compaction.lag.ms", NEVER));
        EmbeddedRegistry registry =
            EmbeddedRegistry.start(RegistrySettings.in(directory.resolve("registry")))) {
      System.out.println("bootstrap " + broker.bootstrapServers());
      System.out.println("registry " + registry.uri());
      System.out.flush();
      while (System.in.read() >= 0) {
        // whoever started this says nothing; only the end counts
      }
    }
  }
}
