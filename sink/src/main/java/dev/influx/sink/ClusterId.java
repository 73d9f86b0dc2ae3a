package dev.influx.sink;

import dev.influx.runtime.KafkaConnection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Asks a cluster for its id. */
final class ClusterId {
  private ClusterId() {}

  static Optional<String> of(KafkaConnection kafka, Duration patience) {
    Map<String, Object> settings = kafka.client("influx-sink-admin");
    settings.put("request.timeout.ms", (int) patience.toMillis());
    settings.put("default.api.timeout.ms", (int) patience.toMillis());
    Admin admin = Admin.create(settings);
    try {
      return Optional.ofNullable(admin.describeCluster().clusterId().get());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } finally {
      admin.close(Duration.ZERO);
    }
  }
}
