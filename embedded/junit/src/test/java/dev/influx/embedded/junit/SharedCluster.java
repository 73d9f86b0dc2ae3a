package dev.influx.embedded.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;

/** Remembers the cluster that the first test met, for all others to compare. */
final class SharedCluster {
  private static final AtomicReference<String> FIRST = new AtomicReference<>();

  private SharedCluster() {}

  static void assertSame(TestKafka kafka) throws Exception {
    try (Admin admin = kafka.admin()) {
      String id = admin.describeCluster().clusterId().get();
      FIRST.compareAndSet(null, id + kafka.bootstrapServers() + kafka.registryUrl());
      assertThat(id + kafka.bootstrapServers() + kafka.registryUrl()).isEqualTo(FIRST.get());
    }
  }
}
