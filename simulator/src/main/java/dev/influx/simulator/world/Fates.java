package dev.influx.simulator.world;

import dev.influx.simulator.population.Life;
import dev.influx.simulator.population.Life.Event;
import dev.influx.simulator.population.Life.What;
import dev.influx.simulator.population.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Draws what becomes of an author. */
final class Fates {

  private static final List<String> COUNTRIES = List.of("DE", "IN", "DE,FR");
  private static final Duration YEAR = Duration.ofDays(365);

  /** After these, authors change in numbers only. */
  private static final int EVENTFUL_YEARS = 10;

  private static final double REINSTATED = 0.4;
  private static final double OPENED = 0.5;
  private static final double RECYCLED = 0.3;

  private final Handles handles;
  private final Shares shares;

  Fates(Handles handles, Shares shares) {
    this.handles = handles;
    this.shares = shares;
  }

  Life of(Draws draws) {
    List<Event> events = new ArrayList<>();
    Optional<Instant> deleted =
        from(draws, Trait.DELETED, shares.deleted(), shares.yearly().deleted());
    addSuspension(draws, events);
    addProtection(draws, events);
    addWithholding(draws, events);
    addRename(draws, events);
    deleted.ifPresent(
        at -> {
          events.removeIf(event -> !event.at().isBefore(at));
          events.add(Event.of(at, What.DELETED));
        });
    events.sort(Comparator.comparing(Event::at));
    return new Life(handles.of(draws.index()), events);
  }

  /** When somebody else takes the handle that the author let go of in the world's time. */
  Optional<Instant> recycled(Draws draws, Life life) {
    return life.events().stream()
        .filter(event -> event.what() == What.RENAMED || event.what() == What.DELETED)
        .findFirst()
        .filter(event -> event.at().isAfter(World.START))
        .filter(event -> draws.chance(Trait.RECYCLED, RECYCLED))
        .map(event -> event.at().plus(days(draws, Trait.RECYCLED_AT, 10, 90)));
  }

  private void addSuspension(Draws draws, List<Event> events) {
    from(draws, Trait.SUSPENDED, shares.suspended(), shares.yearly().suspended())
        .ifPresent(
            at -> {
              events.add(Event.of(at, What.SUSPENDED));
              if (ends(draws, Trait.REINSTATED, REINSTATED, shares.yearly().suspended())) {
                Duration after = days(draws, Trait.REINSTATED_AT, 7, 120);
                events.add(Event.of(at.plus(after), What.REINSTATED));
              }
            });
  }

  private void addProtection(Draws draws, List<Event> events) {
    from(draws, Trait.PROTECTED, shares.protectedAccounts(), shares.yearly().protectedAccounts())
        .ifPresent(
            at -> {
              events.add(Event.of(at, What.PROTECTED));
              if (ends(draws, Trait.OPENED, OPENED, shares.yearly().protectedAccounts())) {
                Duration after = days(draws, Trait.OPENED_AT, 10, 200);
                events.add(Event.of(at.plus(after), What.OPENED));
              }
            });
  }

  private void addWithholding(Draws draws, List<Event> events) {
    from(draws, Trait.WITHHELD, shares.withheld(), shares.yearly().withheld())
        .map(at -> new Event(at, What.WITHHELD, draws.pick(Trait.WITHHELD, 1, COUNTRIES)))
        .ifPresent(events::add);
  }

  /** Who is suspended cannot choose another handle. */
  private void addRename(Draws draws, List<Event> events) {
    events.sort(Comparator.comparing(Event::at));
    Life before = new Life("", events);
    from(draws, Trait.RENAMED, 0, shares.yearly().renamed())
        .filter(at -> before.at(at).standing() != Standing.SUSPENDED)
        .map(at -> new Event(at, What.RENAMED, handles.later(draws.index())))
        .ifPresent(events::add);
  }

  /** At the start, or at a time of an eventful year that is as likely as any other, or never. */
  private static Optional<Instant> from(Draws draws, Trait trait, double atStart, double yearly) {
    double share = draws.uniform(trait);
    if (share < atStart) {
      return Optional.of(World.START);
    }
    double later = share - atStart;
    return later < yearly * EVENTFUL_YEARS
        ? Optional.of(World.START.plusSeconds(1 + (long) (later / yearly * YEAR.toSeconds())))
        : Optional.empty();
  }

  /** Where nothing begins, nothing ends either. */
  private static boolean ends(Draws draws, Trait trait, double share, double yearly) {
    return yearly > 0 && draws.chance(trait, share);
  }

  private static Duration days(Draws draws, Trait trait, int least, int most) {
    return Duration.ofSeconds(
        (long) ((least + (most - least) * draws.uniform(trait)) * Duration.ofDays(1).toSeconds()));
  }
}
