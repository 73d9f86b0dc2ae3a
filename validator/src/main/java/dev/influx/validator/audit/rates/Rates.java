package dev.influx.validator.audit.rates;

import java.util.Optional;

/**
 * How often the gates are wrong, seen from either end. A rate is empty if nothing was there to take
 * a share of.
 *
 * @param falseDiscovery of the flagged authors, the share that should not be
 * @param falseOmission of the clean authors, the share that should be flagged
 * @param falsePositive of the authors who should not be flagged, the share that is
 * @param falseNegative of the authors who should be flagged, the share that is not
 */
public record Rates(
    Optional<Share> falseDiscovery,
    Optional<Share> falseOmission,
    Optional<Share> falsePositive,
    Optional<Share> falseNegative) {

  /** Of authors of whom all is known: every rate is counted. */
  public static Rates of(Confusion authors) {
    return new Rates(
        Share.counted(authors.wronged(), authors.caught() + authors.wronged()),
        Share.counted(authors.missed(), authors.missed() + authors.passed()),
        Share.counted(authors.wronged(), authors.wronged() + authors.passed()),
        Share.counted(authors.missed(), authors.missed() + authors.caught()));
  }

  /**
   * Of samples of both sides: what is asked within a side is counted, what is asked across them is
   * estimated, with each side weighing what it weighs among all authors.
   */
  public static Rates of(Reviewed flagged, Reviewed clean) {
    return new Rates(
        Share.counted(flagged.wrong(), flagged.decided()),
        Share.counted(clean.wrong(), clean.decided()),
        across(flagged, clean),
        across(clean, flagged));
  }

  /** Of all those who truly are on the other side, the share that came out on this one. */
  private static Optional<Share> across(Reviewed here, Reviewed there) {
    if (here.decided() == 0 || there.decided() == 0) {
      return Optional.empty();
    }
    Wilson wrongHere = Wilson.of(here.wrong(), here.decided());
    Wilson rightThere = Wilson.of(there.wrong(), there.decided()).complement();
    double count = here.population() * wrongHere.share();
    double of = count + there.population() * rightThere.share();
    if (of <= 0) {
      return Optional.empty();
    }
    double weight = (double) here.population() / there.population();
    Quotient odds = Quotient.of(wrongHere, rightThere);
    return Optional.of(
        new Share(
            count / of, share(weight * odds.low()), share(weight * odds.high()), count, of, true));
  }

  private static double share(double odds) {
    return Double.isInfinite(odds) ? 1 : odds / (1 + odds);
  }
}
