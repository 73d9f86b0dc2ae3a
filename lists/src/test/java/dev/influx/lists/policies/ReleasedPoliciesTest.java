package dev.influx.lists.policies;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ReleasedPoliciesTest {

  /**
   * Published records name these hashes: if one changes, they no longer name the policy that made
   * them. A released policy, and whatever it names, is never changed; a new version is added.
   */
  private static final Map<String, String> PINNED = Map.of();

  @Test
  void theHashesOfReleasedPoliciesArePinned() {
    Map<String, String> hashes =
        Policies.bundled().all().stream()
            .collect(toMap(Policy::id, policy -> policy.sha256().hex()));

    assertThat(new TreeMap<>(hashes)).containsAllEntriesOf(PINNED);
  }
}
