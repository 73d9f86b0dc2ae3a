package dev.influx.sink.snapshot;

import java.util.function.Function;

/** What the index offers for publishing: a snapshot, or the reason why there is none to publish. */
public sealed interface Candidate {

  <T> T fold(Function<Snapshot, T> ready, Function<Withheld, T> withheld);

  /** A snapshot that may go out. */
  record Ready(Snapshot snapshot) implements Candidate {
    @Override
    public <T> T fold(Function<Snapshot, T> ready, Function<Withheld, T> withheld) {
      return ready.apply(snapshot);
    }
  }

  /** The last snapshot stays. */
  record Withheld(Cause cause, String why) implements Candidate {
    @Override
    public <T> T fold(Function<Snapshot, T> ready, Function<Withheld, T> withheld) {
      return withheld.apply(this);
    }
  }

  /** What can keep a snapshot from going out, with a stable code. */
  enum Cause {
    MIXED_POLICIES("mixed_policies"),
    UNREADABLE("unreadable"),
    /** The gates, asked again, refuse somebody who was accepted. */
    GATES("gates"),
    UNKNOWN_POLICY("unknown_policy");

    private final String code;

    Cause(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
