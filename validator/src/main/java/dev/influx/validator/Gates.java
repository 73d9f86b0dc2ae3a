package dev.influx.validator;

import dev.influx.lists.policies.Policy;
import dev.influx.schemas.Clash;
import dev.influx.schemas.Finding;
import dev.influx.schemas.RawProfile;
import java.util.List;
import java.util.stream.Stream;

/** All gates, asked in turn. */
public final class Gates {
  private static final List<Gate> ALL = List.of(new AvailabilityGate(), new EntryGate());

  private Gates() {}

  /**
   * What the gates of a policy say about what was last observed of an author.
   *
   * @param clashes who else claims what this observation claims
   */
  public static Verdict judge(RawProfile observation, List<Clash> clashes, Policy policy) {
    List<Finding> findings =
        Stream.concat(
                ALL.stream().flatMap(gate -> gate.examine(observation, policy).stream()),
                ClashGate.examine(observation, clashes).stream())
            .toList();
    return findings.isEmpty() ? new Verdict.Accepted(List.of()) : new Verdict.Rejected(findings);
  }
}
