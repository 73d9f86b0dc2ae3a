package dev.influx.simulator.population;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * All that becomes of a user besides its numbers: the handle it starts with, and the events that
 * change its handle or what X shows of it.
 *
 * @param events in the order of time
 */
public record Life(String handle, List<Event> events) {

  public Life {
    events = List.copyOf(events);
  }

  /** What can happen to a user. */
  public enum What {
    /** The user comes to be; it was not there before. */
    JOINED,
    SUSPENDED,
    /** A suspension ends. */
    REINSTATED,
    DELETED,
    PROTECTED,
    /** A protection ends. */
    OPENED,
    /** The detail has the countries, joined by commas; none ends it. */
    WITHHELD,
    /** The detail is the new handle. */
    RENAMED;

    /** As it stands in files. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Something that happens to a user. */
  public record Event(Instant at, What what, String detail) {
    public static Event of(Instant at, What what) {
      return new Event(at, what, "");
    }
  }

  /** What the events up to one moment have made of a user. */
  public record State(String handle, Standing standing, List<String> withheldIn) {
    public State {
      withheldIn = List.copyOf(withheldIn);
    }
  }

  /** The state at a moment; an event counts from its own time on. */
  public State at(Instant time) {
    Fold fold = new Fold(handle, joinsLater());
    for (Event event : events) {
      if (event.at().isAfter(time)) {
        break;
      }
      fold.add(event);
    }
    return fold.state();
  }

  /** A time during which a user held a handle. */
  public record Holding(String handle, Instant from, Optional<Instant> until) {
    public boolean overlaps(Holding other) {
      return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Holding other) {
      return other.until.isEmpty() || from.isBefore(other.until.get());
    }
  }

  /** Every handle the user ever has, with the time it is taken by the user. */
  public List<Holding> holdings() {
    TreeSet<Instant> changes = new TreeSet<>();
    changes.add(Instant.MIN);
    events.forEach(event -> changes.add(event.at()));
    return changes.stream()
        .filter(from -> at(from).standing().exists())
        .map(from -> holding(from, Optional.ofNullable(changes.higher(from))))
        .toList();
  }

  private Holding holding(Instant from, Optional<Instant> until) {
    return new Holding(at(from).handle(), from, until);
  }

  private boolean joinsLater() {
    return events.stream().anyMatch(event -> event.what() == What.JOINED);
  }

  /** A handful of events in the making. */
  private static final class Fold {
    private String handle;
    private boolean absent;
    private boolean deleted;
    private boolean suspended;
    private boolean hidden;
    private List<String> withheldIn = List.of();

    private Fold(String handle, boolean absent) {
      this.handle = handle;
      this.absent = absent;
    }

    private void add(Event event) {
      switch (event.what()) {
        case JOINED -> absent = false;
        case SUSPENDED -> suspended = true;
        case REINSTATED -> suspended = false;
        case DELETED -> deleted = true;
        case PROTECTED -> hidden = true;
        case OPENED -> hidden = false;
        case WITHHELD -> withheldIn = countries(event.detail());
        case RENAMED -> handle = event.detail();
      }
    }

    private State state() {
      return new State(handle, standing(), withheldIn);
    }

    private Standing standing() {
      if (absent) {
        return Standing.ABSENT;
      } else if (deleted) {
        return Standing.DELETED;
      } else if (suspended) {
        return Standing.SUSPENDED;
      }
      return hidden ? Standing.PROTECTED : Standing.ACTIVE;
    }

    private static List<String> countries(String detail) {
      return detail.isEmpty() ? List.of() : List.of(detail.split(",", -1));
    }
  }
}
