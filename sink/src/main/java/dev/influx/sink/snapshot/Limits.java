package dev.influx.sink.snapshot;

import dev.influx.schemas.scores.ScoreTally;
import dev.influx.sink.snapshot.Candidate.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a list has to be like to go out. Limits in percent; those that are not given do not apply.
 *
 * @param leastKept how many of the authors of the last snapshot there have to be, in number
 * @param leastSpread how far the quartiles of the scores lie apart, in points
 * @param leastTop how many have a score of 80 or more
 * @param mostZeros how many have a score of 0
 */
public record Limits(
    int leastKept,
    Optional<Integer> leastSpread,
    Optional<Integer> leastTop,
    Optional<Integer> mostZeros) {
  private static final int WHOLE = 100;
  private static final int TOP = 80;
  private static final int LOWER_QUARTILE = 25;
  private static final int UPPER_QUARTILE = 75;

  /** No more than a tenth of the authors gone, and nothing asked of scores. */
  public static final Limits DEFAULT =
      new Limits(90, Optional.empty(), Optional.empty(), Optional.empty());

  /** Why a list may not go out. */
  public record Objection(Cause cause, String why) {}

  /** What speaks against a snapshot after the last one; nothing for most. */
  public List<Objection> objections(Snapshot snapshot, Optional<Manifest> last) {
    List<Objection> objections = new ArrayList<>();
    last.flatMap(manifest -> shrunk(snapshot.count(), manifest.count())).ifPresent(objections::add);
    if (snapshot.count() > 0) {
      distribution(snapshot.figures().scores()).stream()
          .map(why -> new Objection(Cause.DISTRIBUTION, why))
          .forEach(objections::add);
    }
    return objections;
  }

  /** One author may always go, or else a short list could never lose anybody. */
  private Optional<Objection> shrunk(long count, long before) {
    long mayGo = (before * (WHOLE - leastKept) + WHOLE - 1) / WHOLE;
    return before - count <= mayGo
        ? Optional.empty()
        : Optional.of(
            new Objection(
                Cause.SHRUNK,
                "%d authors instead of %d, where at least %d %% of them have to be there"
                    .formatted(count, before, leastKept)));
  }

  private List<String> distribution(ScoreTally scores) {
    List<String> why = new ArrayList<>();
    double spread =
        scores.percentile(UPPER_QUARTILE).orElse(0.0)
            - scores.percentile(LOWER_QUARTILE).orElse(0.0);
    leastSpread
        .filter(least -> spread < least)
        .ifPresent(
            least ->
                why.add(
                    String.format(
                        Locale.ROOT,
                        "the quartiles of the scores lie %.1f points apart, at least %d are asked for",
                        spread,
                        least)));
    double top = percent(scores.between(TOP, WHOLE + 1), scores.total());
    leastTop
        .filter(least -> top < least)
        .ifPresent(least -> why.add(share(top, "have a score of 80 or more, at least", least)));
    double zeros = percent(scores.zeros(), scores.total());
    mostZeros
        .filter(most -> zeros > most)
        .ifPresent(most -> why.add(share(zeros, "have a score of 0, at most", most)));
    return why;
  }

  private static double percent(long some, long all) {
    return (double) WHOLE * some / all;
  }

  private static String share(double found, String what, int asked) {
    return String.format(
        Locale.ROOT, "%.2f %% of the authors %s %d %% are asked for", found, what, asked);
  }
}
