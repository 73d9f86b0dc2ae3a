package dev.influx.validator;

import dev.influx.lists.policies.Policy;
import dev.influx.lists.rules.Rules;
import dev.influx.schemas.Clash;
import dev.influx.schemas.RawProfile;
import java.util.List;

/** All gates of one policy, ready to be asked. */
public final class Gates {
  private final AvailabilityGate availability;
  private final List<Gate> ofProfile;

  private Gates(Policy policy) {
    Rules rules = policy.rules();
    this.availability = new AvailabilityGate(rules.identity());
    this.ofProfile =
        List.of(
            new EntryGate(rules.thresholds()),
            new WordGates(rules),
            new AuthenticityGate(rules.authenticity()),
            new ClashGate(rules.authenticity().copies()),
            new RealityGate(rules.identity(), policy.allowsSimulated()),
            new EvidenceGate(rules.evidence()),
            new IdentityGate(rules.identity()));
  }

  public static Gates of(Policy policy) {
    return new Gates(policy);
  }

  /**
   * What the gates say about what was last observed of an author.
   *
   * @param clashes who else claims what this observation claims
   */
  public Verdict judge(RawProfile observation, List<Clash> clashes) {
    Examined author = new Examined(observation, clashes);
    Findings findings = new Findings();
    if (author.profile() != null) {
      for (Gate gate : ofProfile) {
        gate.examine(author, findings);
      }
    }
    availability.examine(author, findings);
    return findings.verdict();
  }
}
