package dev.influx.validator.claims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All who claim one fingerprint, each once, the one first whom the others are told of: for a handle
 * the newest claim, which holds it, for all else the smallest id. So what an author is told depends
 * on nothing but the claims.
 *
 * @param claims beyond a thousand the last are forgotten: they were told, and stay so
 */
public record Claimants(List<Claim> claims) {
  static final int REMEMBERED = 1_000;

  private static final Claimants NOBODY = new Claimants(List.of());

  public Claimants {
    claims = List.copyOf(claims);
  }

  public static Claimants nobody() {
    return NOBODY;
  }

  /** An author makes the claim, or makes it again at another time. */
  public Change claimed(Claim claim) {
    List<Claim> after = without(claim.id());
    int at = Collections.binarySearch(after, claim, Claimants::order);
    after.add(at < 0 ? -at - 1 : at, claim);
    if (after.size() > REMEMBERED) {
      after.remove(REMEMBERED);
    }
    Claimants next = new Claimants(after);
    return new Change(next, next.news(this, claim.id(), next.rivalOf(claim.id())));
  }

  /** An author no longer makes the claim; nothing happens when the author never did. */
  public Change released(String id) {
    Claimants next = new Claimants(without(id));
    return new Change(next, next.news(this, id, Optional.empty()));
  }

  /** Who stands in the way of an author who makes the claim. */
  public Optional<Claim> rivalOf(String id) {
    if (claims.isEmpty()) {
      return Optional.empty();
    }
    Claim first = claims.get(0);
    if (!first.id().equals(id)) {
      return Optional.of(first);
    }
    boolean holds = claims.size() == 1 || first.kind() == Kind.HANDLE;
    return holds ? Optional.empty() : Optional.of(claims.get(1));
  }

  private Map<String, Optional<Claim>> news(
      Claimants before, String subject, Optional<Claim> rivalOfSubject) {
    Map<String, Optional<Claim>> news = new LinkedHashMap<>();
    if (!Objects.equals(before.rivalOfMember(subject), rivalOfSubject)) {
      news.put(subject, rivalOfSubject);
    }
    for (Claim claim : claims) {
      Optional<Claim> rival = rivalOf(claim.id());
      if (!claim.id().equals(subject) && !rival.equals(before.rivalOf(claim.id()))) {
        news.put(claim.id(), rival);
      }
    }
    return news;
  }

  private Optional<Claim> rivalOfMember(String id) {
    return claims.stream().anyMatch(claim -> claim.id().equals(id))
        ? rivalOf(id)
        : Optional.empty();
  }

  private List<Claim> without(String id) {
    List<Claim> others = new ArrayList<>(claims);
    others.removeIf(claim -> claim.id().equals(id));
    return others;
  }

  private static int order(Claim a, Claim b) {
    if (a.kind() == Kind.HANDLE && !a.at().equals(b.at())) {
      return b.at().compareTo(a.at());
    }
    int byId = Ids.compare(a.id(), b.id());
    return a.kind() == Kind.HANDLE ? -byId : byId;
  }

  /**
   * What one claim or its withdrawal changed.
   *
   * @param news for everybody whose rival is another one than before; empty for those who have none
   *     any more
   */
  public record Change(Claimants after, Map<String, Optional<Claim>> news) {}
}
