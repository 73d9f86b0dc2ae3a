package dev.influx.app.pipe;

import dev.influx.lists.DataFault;
import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Explained;
import dev.influx.runtime.policies.PolicyBook;
import dev.influx.runtime.policies.PolicyLog;
import dev.influx.schemas.PolicyEvent;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.policies.KnownPolicies;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where policies are published and put into force, with the name of whoever does it and why. */
public final class PolicyDesk {
  private final PolicyLog log;
  private final Installation installation;
  private final PolicyBook book;

  private PolicyDesk(PolicyLog log, Installation installation) {
    this.log = log;
    this.installation = installation;
    this.book = log.read();
  }

  /** Reads what was published until now. */
  public static PolicyDesk open(Installation installation, Registry registry) {
    PolicyLog log = new PolicyLog(installation.kafka(), registry, installation.topics());
    return new PolicyDesk(log, installation);
  }

  /** Who acts, when, and why if that is known. */
  public record Act(String by, Instant at, Optional<String> reason) {}

  public PolicyBook book() {
    return book;
  }

  /** Adds a policy; says whether it was not there before. Its id names this content for good. */
  public boolean publish(Policy policy, Act act) throws InterruptedException {
    PolicyRef name = nameOf(policy);
    requireSound(policy);
    if (book.document(name).isPresent()) {
      return false;
    }
    if (book.documents().containsKey(policy.id())) {
      throw new Explained(
          policy.id() + " was not published",
          "another content was published under that id, and may be in force",
          "give it an id of its own, such as the next version",
          null);
    }
    ByteBuffer document = ByteBuffer.wrap(policy.canonicalBytes());
    log.publish(
        new PolicyEvent(name, document, act.at(), act.by(), act.reason().orElse(null), null));
    return true;
  }

  private static PolicyRef nameOf(Policy policy) {
    return new PolicyRef(policy.id(), new Sha256(policy.sha256().bytes()));
  }

  /** As strictly as any scorer will read it. */
  private static void requireSound(Policy policy) {
    if (policy.id().equals(PolicyBook.ACTIVE)) {
      throw new Explained(
          "the policy was not published",
          "its id is " + PolicyBook.ACTIVE + ", which is the name of the pointer",
          "give it another id",
          null);
    }
    Policies.fromCanonical(policy.canonicalBytes())
        .orElseThrow(faults -> unreadable(policy.id(), faults));
  }

  private static Explained unreadable(String id, List<DataFault> faults) {
    return new Explained(
        "the policy " + id + " cannot be used",
        faults.stream().map(DataFault::toString).collect(Collectors.joining("\n     ")),
        "correct it, and publish it again",
        null);
  }

  /** A published policy, which this release can read. */
  public Policy published(String id) {
    PolicyEvent event = book.documents().get(id);
    if (event == null) {
      throw new Explained(
          "there is no published policy " + id,
          book.documents().isEmpty()
              ? "none was published yet"
              : "published are: " + String.join(", ", new TreeSet<>(book.documents().keySet())),
          "publish it with: influx policy publish " + id,
          null);
    }
    return find(event.getPolicy()).orElseThrow(() -> unreadable(id, List.of()));
  }

  /** A policy by name and content, from the topic or from those that come with influx. */
  public Optional<Policy> find(PolicyRef name) {
    return new KnownPolicies(Policies.bundled().theDefault(), book)
        .find(name)
        .fold(Optional::of, faults -> Optional.empty());
  }

  /** The active policy; where none is, the one by which the scorers judge, if they are of one. */
  public Optional<PolicyRef> inForce() {
    return book.pointer().or(() -> PolicyStanding.of(installation, Optional.empty()).common());
  }

  /** Moves the pointer, and says whether that changes anything. */
  public boolean activate(Policy policy, Act act) throws InterruptedException {
    PolicyRef name = nameOf(policy);
    if (book.pointer().equals(Optional.of(name))) {
      return false;
    }
    move(name, inForce(), act);
    return true;
  }

  /** Moves the pointer to where it was before, and says to what. */
  public PolicyRef rollback(Act act) throws InterruptedException {
    PolicyEvent active = book.active().orElseThrow(() -> nowhere("no policy was activated yet"));
    PolicyRef previous =
        Optional.ofNullable(active.getPrevious())
            .orElseThrow(
                () ->
                    nowhere(
                        "it is not known what was in force before " + active.getPolicy().getId()));
    move(previous, Optional.of(active.getPolicy()), act);
    return previous;
  }

  private static Explained nowhere(String why) {
    return new Explained(
        "there is nothing to go back to", why, "name one: influx policy activate ID", null);
  }

  private void move(PolicyRef to, Optional<PolicyRef> from, Act act) throws InterruptedException {
    log.activate(
        new PolicyEvent(
            to, null, act.at(), act.by(), act.reason().orElse(null), from.orElse(null)));
  }
}
