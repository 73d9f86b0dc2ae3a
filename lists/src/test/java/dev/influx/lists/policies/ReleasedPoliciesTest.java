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
  private static final Map<String, String> PINNED =
      Map.ofEntries(
          Map.entry("m0", "10172bdad5c13767322050f4f6e94b7235495d7a6380c9b5aee298157eefd2b0"),
          Map.entry(
              "m0_simulated", "0592efa089b807f37f5d28b00e8e51f27f840247022c4f88d7dc861bf3239aab"),
          Map.entry("m2@1", "bce516d8a1c0d7c30d40a04433d10f9d6816534b4a184c4cd668c42836a87fc9"),
          Map.entry("m2@2", "b4f664bf939fec7dd0ae232fa7c31fea8885ea6f3f2ae9e2225b99e3ff8e0f31"),
          Map.entry(
              "m2_simulated@1", "ebf038fd66df142f670c3f377905ccf2282eaae0e9b3f4c1fc932e9dd84c2aff"),
          Map.entry(
              "m2_simulated@2",
              "ecf0eed7c4a32060c6e752046ecbcff3b3ae795a14317ca640e15e4a64b8c2d0"));

  @Test
  void theHashesOfReleasedPoliciesArePinned() {
    Map<String, String> hashes =
        Policies.bundled().all().stream()
            .collect(toMap(Policy::id, policy -> policy.sha256().hex()));

    assertThat(new TreeMap<>(hashes)).containsAllEntriesOf(PINNED);
  }
}
