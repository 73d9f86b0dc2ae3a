package dev.influx.harvester.api;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** The clocks, and the ways to wait on them. */
interface Time {

  /** A steady clock that never jumps; its zero means nothing, but it is never negative. */
  long nanos();

  /** The time of day. */
  Instant now();

  /** Waits; ends early with an exception when no more requests shall be made. */
  void pause(Duration duration) throws InterruptedException;

  /** Waits for a signal, at most as long as given. The lock of the condition is held. */
  void await(Condition changed, long nanos) throws InterruptedException;
}
