package dev.influx.scorer.replay;

import dev.influx.lists.DataFault;
import dev.influx.lists.Reading;
import dev.influx.lists.canonical.CanonicalJson;
import dev.influx.lists.policies.PolicyHash;
import dev.influx.lists.yaml.Faults;
import dev.influx.lists.yaml.StrictJson;
import java.util.List;
import java.util.Optional;

/**
 * A plan as it stands in a file.
 *
 * @param sha256 of the plan, which tells whether somebody changed it
 */
public record PlanFile(ReplayPlan plan, String sha256) {

  public static byte[] bytes(ReplayPlan plan) {
    return CanonicalJson.bytes(new PlanFile(plan, hash(plan)));
  }

  /** The SHA-256 of the plan in its canonical form. */
  public static String hash(ReplayPlan plan) {
    return PolicyHash.of(CanonicalJson.bytes(plan)).hex();
  }

  /**
   * Reads a plan back.
   *
   * @param source where it is from, for the faults
   */
  public static Reading<ReplayPlan> read(String source, byte[] bytes) {
    Faults faults = Faults.in(source);
    Optional<PlanFile> file =
        StrictJson.parse(bytes, faults)
            .flatMap(
                root -> {
                  Optional<ReplayPlan> plan = root.mapping("plan").flatMap(ReplayPlan::read);
                  String hash = root.text("sha256");
                  return root.complete(() -> new PlanFile(plan.orElseThrow(), hash));
                });
    if (faults.count() > 0 || file.isEmpty()) {
      return Reading.refused(faults.all());
    }
    ReplayPlan plan = file.get().plan();
    return hash(plan).equals(file.get().sha256())
        ? Reading.accepted(plan)
        : Reading.refused(List.of(changed(source)));
  }

  private static DataFault changed(String source) {
    return new DataFault(source, 0, "it is not as it was planned", "make a new plan");
  }
}
