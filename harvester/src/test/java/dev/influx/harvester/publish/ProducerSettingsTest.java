package dev.influx.harvester.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.runtime.KafkaConnection;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProducerSettingsTest {

  @Test
  void promisesThatNothingIsLostOrWrittenTwice() {
    Map<String, Object> settings =
        ProducerSettings.of(
            new KafkaConnection("broker:9092", Map.of("acks", "0", "enable.idempotence", "false")));

    assertThat(settings)
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true)
        .containsEntry("compression.type", "lz4")
        .containsEntry("delivery.timeout.ms", Integer.MAX_VALUE);
  }

  @Test
  void leavesTuningAndSecurityToTheConnection() {
    Map<String, Object> settings =
        ProducerSettings.of(
            new KafkaConnection(
                "broker:9092",
                Map.of("compression.type", "zstd", "security.protocol", "SASL_SSL")));

    assertThat(settings)
        .containsEntry("compression.type", "zstd")
        .containsEntry("security.protocol", "SASL_SSL");
  }
}
