package dev.influx.scorer.topology;

import dev.influx.schemas.PolicyRef;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Remembers, per partition, the policy that judged last; written only when it changes. */
final class PolicyProgress {
  private static final Bytes POLICY = Bytes.wrap("policy".getBytes(StandardCharsets.UTF_8));

  private final KeyValueStore<Bytes, byte[]> store;
  private PolicyRef noted;

  PolicyProgress(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  void note(PolicyRef policy) {
    if (policy.equals(noted)) {
      return;
    }
    byte[] hash = policy.getSha256().bytes();
    if (!Arrays.equals(store.get(POLICY), hash)) {
      store.put(POLICY, hash);
    }
    noted = policy;
  }
}
