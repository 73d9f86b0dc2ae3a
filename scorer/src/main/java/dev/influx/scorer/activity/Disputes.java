package dev.influx.scorer.activity;

import dev.influx.schemas.Clash;
import dev.influx.validator.claims.Claim;
import dev.influx.validator.claims.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an author says about the author's own claims, and what comes of hearing about those of
 * others. However messages are delayed, the last word on both sides agrees: an author who was seen
 * later than the rival that is named says so again, instead of giving way.
 */
public final class Disputes {
  private Disputes() {}

  /**
   * What others have to be told after an author was observed.
   *
   * @param before as far as claims were made of it
   */
  public static Statements statements(Optional<History> before, History after) {
    List<Claim> past = before.map(history -> Claim.of(history.last())).orElse(List.of());
    List<Claim> present = Claim.of(after.last());
    Set<String> disputed = new HashSet<>();
    before.ifPresent(
        history -> history.clashes().forEach(clash -> disputed.add(clash.getFingerprint())));
    return new Statements(
        past.stream().filter(claim -> find(present, claim.fingerprint()).isEmpty()).toList(),
        present.stream().filter(claim -> isNews(claim, past, disputed)).toList());
  }

  private static boolean isNews(Claim claim, List<Claim> past, Set<String> disputed) {
    Optional<Claim> made = find(past, claim.fingerprint());
    if (made.isEmpty()) {
      return true;
    }
    return isDecidedByTime(claim)
        && disputed.contains(claim.fingerprint())
        && !made.orElseThrow().at().equals(claim.at());
  }

  /** What an author does who is told of a rival, or that there is none any more. */
  public static Reaction hear(History history, String fingerprint, Optional<Claim> rival) {
    Optional<Claim> own = find(Claim.of(history.last()), fingerprint);
    if (own.isEmpty()) {
      return Reaction.NONE;
    }
    Optional<Claim> restated =
        own.filter(Disputes::isDecidedByTime)
            .filter(claim -> rival.filter(claim::isNewerThan).isPresent());
    return restated.isPresent()
        ? new Reaction(Optional.empty(), restated)
        : new Reaction(changed(history, fingerprint, rival), Optional.empty());
  }

  private static Optional<History> changed(
      History history, String fingerprint, Optional<Claim> rival) {
    List<Clash> clashes = new ArrayList<>(history.clashes());
    clashes.removeIf(clash -> clash.getFingerprint().equals(fingerprint));
    rival.ifPresent(other -> clashes.add(new Clash(fingerprint, other.id())));
    clashes.sort(Comparator.comparing(Clash::getFingerprint));
    return Optional.of(history.clashing(clashes))
        .filter(changed -> !clashes.equals(history.clashes()));
  }

  private static boolean isDecidedByTime(Claim claim) {
    return claim.kind() == Kind.HANDLE;
  }

  private static Optional<Claim> find(List<Claim> claims, String fingerprint) {
    return claims.stream().filter(claim -> claim.fingerprint().equals(fingerprint)).findAny();
  }

  /** What an author no longer claims, and what the author claims now. */
  public record Statements(List<Claim> released, List<Claim> made) {
    public static final Statements NONE = new Statements(List.of(), List.of());
  }

  /**
   * What comes of hearing about a rival.
   *
   * @param changed the history to judge again, if it is another one now
   * @param restated the claim to make again, because the rival does not know its time
   */
  public record Reaction(Optional<History> changed, Optional<Claim> restated) {
    public static final Reaction NONE = new Reaction(Optional.empty(), Optional.empty());
  }
}
