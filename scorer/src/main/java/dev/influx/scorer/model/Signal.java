package dev.influx.scorer.model;

import java.util.List;
import java.util.Optional;

/** A rule made ready to compute. */
interface Signal {

  /** What the term yields, its weight not counted; NaN when there can be no score without it. */
  double yieldOf(Facts facts);

  /** What the yield rests on, for a person to read. */
  Seen seen(Facts facts);

  /** What the author could change about it. */
  List<Change> changes(Facts facts);

  /**
   * What a rule looked at.
   *
   * @param input what it is called
   * @param value as a person reads it; empty when it is not known
   * @param treatment what is done about a value that is not known
   */
  record Seen(String input, Optional<String> value, Optional<String> treatment) {
    static Seen known(String input, String value) {
      return new Seen(input, Optional.of(value), Optional.empty());
    }

    static Seen unknown(String input, String treatment) {
      return new Seen(input, Optional.empty(), Optional.of(treatment));
    }
  }

  /** The author as he would be after a change. */
  record Change(String what, Subject changed) {}
}
