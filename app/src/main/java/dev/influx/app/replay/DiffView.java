package dev.influx.app.replay;

import dev.influx.lists.policies.Policy;
import dev.influx.scorer.difference.Check;
import dev.influx.scorer.difference.FailOn;
import dev.influx.scorer.replay.ReplayPlan;
import java.util.List;

/**
 * What there is to show of a comparison.
 *
 * @param checks the limits of the policy
 * @param failOn the limits that a person named
 */
public record DiffView(
    ReplayPlan plan, ReplayComparison.Result result, List<Check> checks, List<FailOn> failOn) {

  public DiffView {
    checks = List.copyOf(checks);
    failOn = List.copyOf(failOn);
  }

  public static DiffView of(
      ReplayPlan plan, Policy policy, ReplayComparison.Result result, List<FailOn> failOn) {
    return new DiffView(plan, result, Check.of(result.difference(), policy.limits()), failOn);
  }

  /** The limits of the policy are for people to decide by; only what was named fails. */
  public boolean isOverLimit() {
    return failOn.stream().anyMatch(limit -> limit.isExceededBy(result.difference()));
  }
}
