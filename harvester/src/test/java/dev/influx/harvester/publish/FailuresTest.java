package dev.influx.harvester.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.wire.UnableToReachRegistryException;
import dev.influx.schemas.wire.UnableToResolveSchemaException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

final class FailuresTest {

  @Test
  void waitsForWhatComesBack() {
    assertThat(Failures.passes(new TimeoutException("no metadata"))).isTrue();
    assertThat(Failures.passes(new UnknownTopicOrPartitionException("not yet"))).isTrue();
    assertThat(Failures.passes(new UnableToReachRegistryException("down", null))).isTrue();
  }

  @Test
  void waitsForNamesThatCannotBeResolvedYet() {
    ConfigException unresolved =
        new ConfigException("No resolvable bootstrap urls given in bootstrap.servers");

    assertThat(Failures.passes(new KafkaException("Failed to construct", unresolved))).isTrue();
  }

  @Test
  void explainsWhatDoesNotPass() {
    assertLasting(new UnableToResolveSchemaException("no subject", null), "influx topics apply");
    assertLasting(new TopicAuthorizationException("t"), "credentials");
    assertLasting(new RecordTooLargeException("too large"), "max.request.size");
    assertLasting(
        new KafkaException("Failed to construct", new ConfigException("acks", "some")),
        "kafka.properties");
    assertLasting(new IllegalStateException("closed"), "log of the broker");
  }

  private static void assertLasting(RuntimeException failure, String remedy) {
    assertThat(Failures.passes(failure)).isFalse();
    assertThat(Failures.lasting(failure).remedy()).contains(remedy);
    assertThat(Failures.lasting(failure)).hasCause(failure);
  }
}
