package dev.influx.app.replay;

import dev.influx.app.pipe.Installation;
import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Explained;
import dev.influx.runtime.TopicReading;
import dev.influx.schemas.PolicyEvent;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.WireDeserializer;
import dev.influx.scorer.replay.ReplayPlan;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    return given
        .filter(policy -> isWanted(policy, wanted))
        .or(() -> Policies.bundled().find(wanted.id()).filter(it -> isWanted(it, wanted)))
        .or(() -> published().map(it -> it.get(wanted.sha256())))
        .orElseThrow(
            () ->
                new Explained(
                    "the policy of the replay is not here",
                    wanted.id()
                        + " with the hash "
                        + wanted.sha256()
                        + " is neither bundled nor"
                        + " published",
                    "name its file with --policy",
                    null));
  }

  private static boolean isWanted(Policy policy, ReplayPlan.Judge wanted) {
    return policy.sha256().hex().equals(wanted.sha256());
  }

  private Optional<Map<String, Policy>> published() {
    WireDeserializer<PolicyEvent> events = registry.deserializer(PolicyEvent.class);
    Map<String, Policy> byHash = new HashMap<>();
    new TopicReading(
            installation.kafka(), "influx-replay", List.of(installation.topics().policies()))
        .forEach(
            record -> {
              if (record.value() != null) {
                document(events.deserialize(record.topic(), record.value()))
                    .ifPresent(policy -> byHash.put(policy.sha256().hex(), policy));
              }
            },
            read -> {});
    return Optional.of(byHash);
  }

  private static Optional<Policy> document(PolicyEvent event) {
    return Optional.ofNullable(event.getDocument())
        .map(ByteBuffer::duplicate)
        .flatMap(
            document -> {
              byte[] bytes = new byte[document.remaining()];
              document.get(bytes);
              return Policies.fromCanonical(bytes).fold(Optional::of, faults -> Optional.empty());
            });
  }
}
