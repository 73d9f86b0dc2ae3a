package dev.influx.monitor.lag;

import java.time.Duration;
import java.util.Locale;

/** How a group does, and in words why. */
public record Verdict(LagState state, String reason) {

  static Verdict of(Evidence evidence, LagSettings settings) {
    Look now = evidence.now();
    if (now.committed().isEmpty()) {
      return now.holdsRecords()
          ? new Verdict(LagState.STOP, "has committed nothing" + attendance(evidence))
          : new Verdict(LagState.OK, "there is nothing to read");
    }
    if (evidence.beyondTheLog()) {
      return new Verdict(
          LagState.UNKNOWN, "the commit is beyond the log: was the topic made anew?");
    }
    return moving(evidence, settings);
  }

  private static Verdict moving(Evidence evidence, LagSettings settings) {
    Movement window = Movement.within(evidence.looks(), settings.window());
    if (window.sinceSetBack().looks().size() < window.looks().size()) {
      return new Verdict(LagState.REWIND, "was set back" + lost(evidence));
    }
    if (evidence.hasNothingToRead()) {
      return new Verdict(LagState.OK, caughtUp(evidence));
    }
    return behind(evidence, settings, window);
  }

  private static String caughtUp(Evidence evidence) {
    return evidence.now().isBehind()
        ? "has read all records: what is left are markers, or was compacted away"
        : "has read everything";
  }

  private static Verdict behind(Evidence evidence, LagSettings settings, Movement window) {
    Movement all = new Movement(evidence.looks());
    Duration waiting = Duration.between(all.waitingSince(), evidence.now().at());
    if (waiting.compareTo(settings.stallAfter()) >= 0) {
      Duration standing = Duration.between(all.standingSince(), evidence.now().at());
      return new Verdict(
          LagState.STALL,
          "has not moved for " + words(standing) + attendance(evidence) + lost(evidence));
    }
    if (!all.hasBeenWell()) {
      return new Verdict(
          LagState.UNKNOWN, "was watched too briefly to tell" + attendance(evidence));
    }
    boolean wholeWindow =
        Duration.between(evidence.looks().get(0).at(), evidence.now().at())
                .compareTo(settings.window())
            >= 0;
    return wholeWindow && window.neverShrinks()
        ? new Verdict(
            LagState.WARN, "has not come nearer for " + words(window.span()) + lost(evidence))
        : new Verdict(LagState.OK, "reads on" + lost(evidence));
  }

  private static String attendance(Evidence evidence) {
    if (evidence.members().isEmpty()) {
      return "";
    }
    return evidence.members().getAsInt() == 0 ? "; the group has no members" : "";
  }

  private static String lost(Evidence evidence) {
    long lost = evidence.now().lost();
    return lost == 0
        ? ""
        : String.format(Locale.ROOT, "; %,d offsets were deleted before it came to them", lost);
  }

  private static String words(Duration span) {
    return span.toMinutes() < 2
        ? span.toSeconds() + " s"
        : span.toHours() < 2 ? span.toMinutes() + " min" : span.toHours() + " h";
  }
}
