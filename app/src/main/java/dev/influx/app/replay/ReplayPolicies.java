package dev.influx.app.replay;

import dev.influx.app.pipe.Installation;
import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Explained;
import dev.influx.runtime.policies.PolicyBook;
import dev.influx.runtime.policies.PolicyLog;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.policies.KnownPolicies;
import dev.influx.scorer.replay.ReplayPlan;
import java.util.HexFormat;
import java.util.Optional;

/** Finds the policy that a plan names by its content, wherever it is. */
public final class ReplayPolicies {
  private final Installation installation;
  private final Registry registry;

  public ReplayPolicies(Installation installation, Registry registry) {
    this.installation = installation;
    this.registry = registry;
  }

  /**
   * Never another one: not even one of the same name.
   *
   * @param given one that a person named
   */
  public Policy find(ReplayPlan.Judge wanted, Optional<Policy> given) {
    PolicyRef name =
        new PolicyRef(wanted.id(), new Sha256(HexFormat.of().parseHex(wanted.sha256())));
    PolicyBook book = new PolicyLog(installation.kafka(), registry, installation.topics()).read();
    Policy atHand = given.orElseGet(() -> Policies.bundled().theDefault());
    return new KnownPolicies(atHand, book)
        .find(name)
        .orElseThrow(
            faults ->
                new Explained(
                    "the policy of the replay is not here",
                    wanted.id() + " with the hash " + wanted.sha256() + ": " + faults.get(0),
                    "name its file with --policy",
                    null));
  }
}
