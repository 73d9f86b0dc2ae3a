package dev.influx.sink.snapshot;

import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.snapshot.AuthorChange.Doubtful;
import dev.influx.sink.snapshot.AuthorChange.Upserted;
import dev.influx.sink.snapshot.AuthorChange.Withdrawn;
import dev.influx.sink.snapshot.Candidate.Cause;
import dev.influx.sink.snapshot.Candidate.Withheld;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All accepted authors, in memory. The topic is compacted and keeps the last word on every author,
 * so the index is never stored: reading the topic from its beginning gives it again.
 */
public final class AuthorIndex {
  private static final int SHOWN_DIGITS = 8;

  private final Map<String, ScoredProfile> authors = new HashMap<>();
  private final Map<String, Doubtful> doubtful = new TreeMap<>();

  /** Whether anything that is published changed by it. */
  public boolean apply(AuthorChange change) {
    return change.fold(this::upsert, this::withdraw, this::doubt);
  }

  private boolean upsert(Upserted change) {
    boolean healed = doubtful.remove(change.id()) != null;
    return !change.author().equals(authors.put(change.id(), change.author())) || healed;
  }

  private boolean withdraw(Withdrawn change) {
    boolean healed = doubtful.remove(change.id()) != null;
    return authors.remove(change.id()) != null || healed;
  }

  private boolean doubt(Doubtful change) {
    return !change.equals(doubtful.put(change.id(), change));
  }

  public int size() {
    return authors.size();
  }

  /** Whether nothing was ever said of anyone who is still meant to be there. */
  public boolean isBlank() {
    return authors.isEmpty() && doubtful.isEmpty();
  }

  /** What the authors, read up to this cut, may be published as. */
  public Candidate at(Cut cut) {
    if (!doubtful.isEmpty()) {
      return doubted();
    }
    Map<PolicyRef, Long> policies =
        authors.values().stream()
            .collect(Collectors.groupingBy(ScoredProfile::getPolicy, Collectors.counting()));
    if (policies.size() > 1) {
      return mixed(policies);
    }
    Optional<PolicyRef> policy = policies.keySet().stream().findFirst();
    return new Candidate.Ready(new Snapshot(cut, policy, Ranking.rank(authors.values())));
  }

  /** Any list, with or without such an author, could be wrong. */
  private Candidate doubted() {
    Doubtful first = doubtful.values().iterator().next();
    long alike = doubtful.values().stream().filter(one -> one.cause() == first.cause()).count();
    return new Withheld(
        first.cause(),
        "%d author(s) %s, the first at %s: %s"
            .formatted(alike, lament(first.cause()), first.where(), first.why()));
  }

  private static String lament(Cause cause) {
    return switch (cause) {
      case GATES -> "do not pass the gates that are asked again";
      case UNKNOWN_POLICY -> "were judged by a policy that is not known here";
      case UNREADABLE, MIXED_POLICIES -> "cannot be read";
    };
  }

  /** Scores of two policies cannot be ranked against each other. */
  private static Candidate mixed(Map<PolicyRef, Long> policies) {
    String shares =
        policies.entrySet().stream()
            .map(policy -> name(policy.getKey()) + ": " + policy.getValue())
            .sorted()
            .collect(Collectors.joining(", "));
    return new Withheld(
        Cause.MIXED_POLICIES, "a change of policy is under way, authors by policy: " + shares);
  }

  private static String name(PolicyRef policy) {
    String sha256 = HexFormat.of().formatHex(policy.getSha256().bytes());
    return policy.getId() + " (" + sha256.substring(0, SHOWN_DIGITS) + ")";
  }
}
