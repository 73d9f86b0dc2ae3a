package dev.influx.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.policies.Policies;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.evaluation.Evaluator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A changed name would orphan the state of every installation: it must be seen in a review. */
class TopologyShapeTest {
  private static final Path GOLDEN =
      Path.of(
          System.getProperty("influx.root"), "scorer", "src", "test", "resources", "topology.txt");

  @Test
  void theShapeIsTheOneThatWasReviewed() throws IOException {
    String shape = shape();
    if (System.getProperty("influx.golden").equals("write")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, shape);
    }
    assertThat(shape)
        .as("rewrite with mvn -pl scorer -am test -Dinflux.golden=write")
        .isEqualTo(Files.readString(GOLDEN));
  }

  private static String shape() {
    Evaluator evaluator = Evaluator.of(Policies.bundled().find("m0").orElseThrow());
    return new ScorerTopology(new Topics("influx."), evaluator, StoreKind.HASH)
        .build(Registry.at("http://127.0.0.1:1", Map.of()), new SimpleMeterRegistry())
        .topology()
        .describe()
        .toString();
  }
}
