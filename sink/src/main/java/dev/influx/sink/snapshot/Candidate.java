package dev.influx.sink.snapshot;

import java.util.Optional;
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

  /**
   * The last snapshot stays.
   *
   * @param aside the list as it would have been, where it could be told
   */
  record Withheld(Cause cause, String why, Optional<Snapshot> aside) implements Candidate {

    /** There is no list to look at. */
    public Withheld(Cause cause, String why) {
      this(cause, why, Optional.empty());
    }

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
    UNKNOWN_POLICY("unknown_policy"),
    /** A line does not fulfil the schema. */
    SCHEMA("schema"),
    /** Two authors have one handle. */
    HANDLES("handles"),
    /** Scores are not distributed as the limits ask. */
    DISTRIBUTION("distribution"),
    /** Too many authors are gone at once. */
    SHRUNK("shrunk");

    private final String code;

    Cause(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    /** Whether a person may overrule it: the list is sound, and only unlike what was expected. */
    public boolean isForceable() {
      return this == DISTRIBUTION || this == SHRUNK;
    }
  }
}
