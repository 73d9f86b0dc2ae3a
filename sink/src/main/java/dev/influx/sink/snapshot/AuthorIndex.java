package dev.influx.sink.snapshot;

import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.snapshot.AuthorChange.Unreadable;
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
  private final Map<String, Unreadable> unreadable = new TreeMap<>();

  /** Whether anything that is published changed by it. */
  public boolean apply(AuthorChange change) {
    return change.fold(this::upsert, this::withdraw, this::doubt);
  }

  private boolean upsert(Upserted change) {
    boolean healed = unreadable.remove(change.id()) != null;
    return !change.author().equals(authors.put(change.id(), change.author())) || healed;
  }

  private boolean withdraw(Withdrawn change) {
    boolean healed = unreadable.remove(change.id()) != null;
    return authors.remove(change.id()) != null || healed;
  }

  private boolean doubt(Unreadable change) {
    return !change.equals(unreadable.put(change.id(), change));
  }

  public int size() {
    return authors.size();
  }

  /** Whether nothing was ever said of anyone who is still meant to be there. */
  public boolean isBlank() {
    return authors.isEmpty() && unreadable.isEmpty();
  }

  /** What the authors, read up to this cut, may be published as. */
  public Candidate at(Cut cut) {
    if (!unreadable.isEmpty()) {
      return unread();
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

  /**
   * What was said last of such an author is not known, so that any list, with or without the
   * author, could be wrong.
   */
  private Candidate unread() {
    Unreadable first = unreadable.values().iterator().next();
    return new Withheld(
        Cause.UNREADABLE,
        "%d author(s) cannot be read, the first at %s: %s"
            .formatted(unreadable.size(), first.where(), first.why()));
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
