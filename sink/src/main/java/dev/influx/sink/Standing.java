package dev.influx.sink;

import dev.influx.runtime.Health;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/** What the thread of a sink lets others see of it. */
final class Standing {
  private final Troubles troubles;
  private volatile Phase phase = Phase.CONNECTING;
  private volatile Progress progress = Progress.NONE;
  private volatile Optional<Wait> wait = Optional.empty();
  private volatile Optional<String> failure = Optional.empty();

  Standing(Troubles troubles) {
    this.troubles = troubles;
  }

  void enter(Phase next) {
    phase = next;
  }

  void show(Progress now) {
    progress = now;
  }

  /** Something is asked that usually answers at once. */
  void startWaiting(String forWhat) {
    wait = Optional.of(new Wait(forWhat, System.nanoTime()));
  }

  void stopWaiting() {
    wait = Optional.empty();
  }

  void fail(String reason) {
    failure = Optional.of(reason);
  }

  Progress progress() {
    return progress;
  }

  Health health() {
    return failure
        .map(Health::failed)
        .or(() -> reason().map(Health::busy))
        .orElseGet(Health::ready);
  }

  /** Why it is not at its work, the most telling reason first. */
  private Optional<String> reason() {
    return phase == Phase.STOPPED
        ? phase.reason()
        : troubles
            .foremost()
            .or(() -> wait.filter(Wait::isLong).map(asked -> "waiting for " + asked.forWhat()))
            .or(phase::reason);
  }

  /** What a sink is at; all but one of them are not yet, or no longer, its work. */
  enum Phase {
    CONNECTING("connecting to the broker"),
    CATCHING_UP("reading the authors from the beginning"),
    FOLLOWING(null),
    STOPPED("stopped");

    private final String reason;

    Phase(String reason) {
      this.reason = reason;
    }

    private Optional<String> reason() {
      return Optional.ofNullable(reason);
    }
  }

  /** How far it has come. */
  record Progress(
      int authors,
      boolean caughtUp,
      boolean pending,
      SortedMap<String, SortedMap<Integer, Long>> consumed) {
    private static final Progress NONE =
        new Progress(0, false, false, Collections.emptySortedMap());
  }

  private record Wait(String forWhat, long sinceNanos) {
    private static final long LONG_NANOS = 3_000_000_000L;

    private boolean isLong() {
      return System.nanoTime() - sinceNanos > LONG_NANOS;
    }
  }
}
