package dev.influx.scorer.activity;

import static dev.influx.scorer.Authors.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.Clash;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.scorer.Authors;
import dev.influx.scorer.Lookalikes;
import dev.influx.validator.claims.Claim;
import dev.influx.validator.claims.Claimants;
import dev.influx.validator.claims.Crossings;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DisputesTest {
  private static final int SEEDS = 2_000;
  private static final Lineage HERE = new Lineage("raw", 0, 0L);

  @Test
  void nothingIsSaidWhenNothingChanged() {
    History before = history(named("ann", NOON));
    History after = history(named("Ann", NOON.plusSeconds(1)));

    assertThat(Disputes.statements(Optional.of(before), after))
        .isEqualTo(new Disputes.Statements(List.of(), List.of()));
  }

  @Test
  void anotherHandleIsClaimedAndTheOldOneReleased() {
    History before = history(named("ann", NOON));
    History after = history(named("bob", NOON.plusSeconds(1)));

    Disputes.Statements statements = Disputes.statements(Optional.of(before), after);

    assertThat(statements.released()).containsExactly(new Claim("1", "handle:ann", NOON));
    assertThat(statements.made())
        .containsExactly(new Claim("1", "handle:bob", NOON.plusSeconds(1)));
  }

  @Test
  void whoLostTheHandleSaysWhenSeenWithItAgain() {
    History before = history(named("ann", NOON)).clashing(List.of(new Clash("handle:ann", "2")));
    History after = history(named("ann", NOON.plusSeconds(1)));

    assertThat(Disputes.statements(Optional.of(before), after).made())
        .containsExactly(new Claim("1", "handle:ann", NOON.plusSeconds(1)));
  }

  @Test
  void whoWasSeenLaterThanTheRivalSaysSoInsteadOfGivingWay() {
    History history = history(named("ann", NOON));
    Claim earlier = new Claim("2", "handle:ann", NOON.minusSeconds(1));
    Claim later = new Claim("2", "handle:ann", NOON.plusSeconds(1));

    assertThat(Disputes.hear(history, "handle:ann", Optional.of(earlier)))
        .isEqualTo(
            new Disputes.Reaction(
                Optional.empty(), Optional.of(new Claim("1", "handle:ann", NOON))));
    assertThat(Disputes.hear(history, "handle:ann", Optional.of(later)).changed())
        .contains(history.clashing(List.of(new Clash("handle:ann", "2"))));
  }

  @Test
  void whatIsNoLongerClaimedIsNotDisputed() {
    Claim rival = new Claim("2", "handle:bob", NOON.plusSeconds(1));

    assertThat(Disputes.hear(history(named("ann", NOON)), "handle:bob", Optional.of(rival)))
        .isEqualTo(Disputes.Reaction.NONE);
  }

  @Test
  void aClashIsForgottenWithItsClaim() {
    History before = history(named("ann", NOON)).clashing(List.of(new Clash("handle:ann", "2")));

    Observed renamed =
        History.observe(Optional.of(before), named("bob", NOON.plusSeconds(1)), HERE);

    assertThat(renamed.history().orElseThrow().clashes()).isEmpty();
  }

  @Test
  void everyInterleavingOfMessagesEndsInWhatTheLastObservationsSay() {
    long clashes = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      World world = new World(random);
      List<RawProfile> observations = new Lookalikes(random).observations(40);
      observations.addAll(observations.subList(0, random.nextInt(observations.size() + 1)));
      Collections.shuffle(observations, random);
      for (RawProfile observation : observations) {
        world.observe(observation);
        world.deliverSome();
      }
      world.deliverAll();
      assertThat(world.clashes()).as("seed %d", seed).isEqualTo(world.expected());
      world.sayAllAgain();
      assertThat(world.clashes()).as("seed %d, all again", seed).isEqualTo(world.expected());
      clashes += world.clashes().size();
    }
    assertThat(clashes).as("authors who clash").isGreaterThan(SEEDS);
  }

  private static RawProfile named(String handle, Instant at) {
    RawProfile seen = Authors.seen("1", at, 60_000L, 1L);
    Profile profile = Profile.newBuilder(seen.getProfile()).setHandle(handle).build();
    return RawProfile.newBuilder(seen).setProfile(profile).build();
  }

  private static History history(RawProfile seen) {
    return History.observe(Optional.empty(), seen, HERE).history().orElseThrow();
  }

  /** Authors and those who compare them; messages between them keep no order but that of a pair. */
  private static final class World {
    private final Random random;
    private final Map<String, History> authors = new TreeMap<>();
    private final Map<String, Claimants> claimants = new HashMap<>();
    private final Map<String, Deque<Runnable>> underway = new TreeMap<>();
    private final Map<String, List<Runnable>> said = new TreeMap<>();

    World(Random random) {
      this.random = random;
    }

    void observe(RawProfile seen) {
      Optional<History> before = Optional.ofNullable(authors.get(seen.getId()));
      History.observe(before, seen, HERE)
          .history()
          .ifPresent(
              after -> {
                Disputes.Statements statements = Disputes.statements(before, after);
                authors.put(seen.getId(), after);
                statements.released().forEach(this::release);
                statements.made().forEach(this::claim);
              });
    }

    private void claim(Claim claim) {
      say(
          "claim " + claim.fingerprint() + " " + claim.id(),
          () -> compare(claim.fingerprint(), so(claim.fingerprint()).claimed(claim)));
    }

    private void release(Claim claim) {
      say(
          "claim " + claim.fingerprint() + " " + claim.id(),
          () -> compare(claim.fingerprint(), so(claim.fingerprint()).released(claim.id())));
    }

    private Claimants so(String fingerprint) {
      return claimants.getOrDefault(fingerprint, Claimants.nobody());
    }

    private void compare(String fingerprint, Claimants.Change change) {
      claimants.put(fingerprint, change.after());
      change
          .news()
          .forEach(
              (id, rival) ->
                  say("clash " + id + " " + fingerprint, () -> hear(id, fingerprint, rival)));
    }

    private void hear(String id, String fingerprint, Optional<Claim> rival) {
      Disputes.Reaction reaction = Disputes.hear(authors.get(id), fingerprint, rival);
      reaction.restated().ifPresent(this::claim);
      reaction.changed().ifPresent(history -> authors.put(id, history));
    }

    private void say(String pair, Runnable message) {
      underway.computeIfAbsent(pair, p -> new ArrayDeque<>()).add(message);
      said.computeIfAbsent(pair, p -> new ArrayList<>()).add(message);
    }

    void deliverSome() {
      for (int i = random.nextInt(6); i > 0 && !underway.isEmpty(); i--) {
        deliver();
      }
    }

    void deliverAll() {
      while (!underway.isEmpty()) {
        deliver();
      }
    }

    /** As a reader does who has forgotten how far it had come. */
    void sayAllAgain() {
      said.forEach((pair, messages) -> underway.put(pair, new ArrayDeque<>(messages)));
      deliverAll();
    }

    private void deliver() {
      List<String> pairs = List.copyOf(underway.keySet());
      String pair = pairs.get(random.nextInt(pairs.size()));
      Runnable message = underway.get(pair).remove();
      if (underway.get(pair).isEmpty()) {
        underway.remove(pair);
      }
      message.run();
    }

    Map<String, List<Clash>> clashes() {
      Map<String, List<Clash>> clashes = new HashMap<>();
      authors.forEach((id, history) -> clashes.put(id, history.clashes()));
      clashes.values().removeIf(List::isEmpty);
      return clashes;
    }

    Map<String, List<Clash>> expected() {
      return Crossings.of(authors.values().stream().map(History::last).toList());
    }
  }
}
