package dev.influx.validator.audit.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected numbers were computed with another program. */
class RatesTest {

  @ParameterizedTest
  @CsvSource({
    " 0,  20, 0.000000, 0.161125",
    "20,  20, 0.838875, 1.000000",
    " 3,  50, 0.020615, 0.162171",
    " 0, 142, 0.000000, 0.026340",
    " 0,  39, 0.000000, 0.089667",
  })
  void sharesHaveIntervalsByWilson(long count, long of, double low, double high) {
    Share share = Share.counted(count, of).orElseThrow();

    assertThat(share.value()).isEqualTo((double) count / of);
    assertThat(share.low()).isCloseTo(low, within(1e-6));
    assertThat(share.high()).isCloseTo(high, within(1e-6));
    assertThat(share.estimated()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // population, right and wrong of the flagged; of the clean; false positives and negatives
    " 78, 48, 2, 210, 49, 1, 0.014934, 0.004166, 0.048787, 0.053111, 0.009827, 0.228469",
    "100, 50, 0, 900, 50, 0, 0.000000, 0.000000, 0.007885, 0.000000, 0.000000, 0.391642",
  })
  void ratesAcrossTheSidesWeighEachSide(
      long flagged,
      long flaggedRight,
      long flaggedWrong,
      long clean,
      long cleanRight,
      long cleanWrong,
      double positive,
      double positiveLow,
      double positiveHigh,
      double negative,
      double negativeLow,
      double negativeHigh) {
    Rates rates =
        Rates.of(
            new Reviewed(flagged, flaggedRight, flaggedWrong),
            new Reviewed(clean, cleanRight, cleanWrong));

    assertIs(rates.falsePositive(), positive, positiveLow, positiveHigh);
    assertIs(rates.falseNegative(), negative, negativeLow, negativeHigh);
  }

  private static void assertIs(Optional<Share> share, double value, double low, double high) {
    assertThat(share.orElseThrow().estimated()).isTrue();
    assertThat(share.get().value()).isCloseTo(value, within(1e-6));
    assertThat(share.get().low()).isCloseTo(low, within(1e-6));
    assertThat(share.get().high()).isCloseTo(high, within(1e-6));
  }

  @Test
  void theNumbersThatAnEstimateIsMadeOfAreThoseOfAllAuthors() {
    Share positive =
        Rates.of(new Reviewed(78, 48, 2), new Reviewed(210, 49, 1)).falsePositive().orElseThrow();

    assertThat(positive.count()).isCloseTo(78 * 2 / 50.0, within(1e-9));
    assertThat(positive.of()).isCloseTo(78 * 2 / 50.0 + 210 * 49 / 50.0, within(1e-9));
  }

  @Test
  void withEverybodyKnownAllIsCounted() {
    Rates rates = Rates.of(new Confusion(38, 2, 1, 140));

    assertThat(rates.falseDiscovery()).isEqualTo(Share.counted(2, 40));
    assertThat(rates.falseOmission()).isEqualTo(Share.counted(1, 141));
    assertThat(rates.falsePositive()).isEqualTo(Share.counted(2, 142));
    assertThat(rates.falseNegative()).isEqualTo(Share.counted(1, 39));
  }

  @Test
  void whereNothingWasSeenThereIsNoRate() {
    Rates nothing = Rates.of(new Reviewed(10, 0, 0), new Reviewed(90, 5, 0));

    assertThat(nothing.falseDiscovery()).isEmpty();
    assertThat(nothing.falseOmission()).isPresent();
    assertThat(nothing.falsePositive()).isEmpty();
    assertThat(nothing.falseNegative()).isEmpty();
    assertThat(Rates.of(new Confusion(0, 0, 0, 0)).falseNegative()).isEmpty();
  }

  @Test
  void ifAllWereWrongTheRatesAreWhole() {
    Rates rates = Rates.of(new Reviewed(10, 0, 10), new Reviewed(90, 0, 10));

    assertThat(rates.falsePositive().orElseThrow().value()).isEqualTo(1);
    assertThat(rates.falsePositive().orElseThrow().low()).isBetween(0.01, 0.99);
    assertThat(rates.falsePositive().orElseThrow().high()).isEqualTo(1);
  }

  @Test
  void intervalsHoldTheirShareAndStayWithinTheirBounds() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      Reviewed flagged = reviewed(random);
      Reviewed clean = reviewed(random);
      Rates rates = Rates.of(flagged, clean);
      for (Optional<Share> each :
          List.of(rates.falsePositive(), rates.falseNegative(), rates.falseOmission())) {
        each.ifPresent(
            share ->
                assertThat(
                        0 <= share.low()
                            && share.low() <= share.value() + 1e-12
                            && share.value() <= share.high() + 1e-12
                            && share.high() <= 1)
                    .as("%s and %s make %s", flagged, clean, share)
                    .isTrue());
      }
    }
  }

  private static Reviewed reviewed(Random random) {
    long decided = random.nextInt(40);
    long wrong = random.nextInt((int) decided + 1);
    return new Reviewed(decided + 1 + random.nextInt(10_000), decided - wrong, wrong);
  }

  /** What an interval promises: to hold the truth 95 times of 100, also for rare errors. */
  @ParameterizedTest
  @CsvSource({"0.02, 0.005", "0.1, 0.02", "0.3, 0.2"})
  void intervalsHoldTheTruthAsOftenAsTheySay(double flaggedWrong, double cleanWrong) {
    Random random = new Random(7);
    double truth = 300 * flaggedWrong / (300 * flaggedWrong + 700 * (1 - cleanWrong));
    int held = 0;
    for (int i = 0; i < 4_000; i++) {
      long wrong = hits(random, flaggedWrong);
      long missed = hits(random, cleanWrong);
      Share share =
          Rates.of(new Reviewed(300, 50 - wrong, wrong), new Reviewed(700, 50 - missed, missed))
              .falsePositive()
              .orElseThrow();
      held += share.low() <= truth && truth <= share.high() ? 1 : 0;
    }
    assertThat(held / 4_000.0).isBetween(0.92, 0.99);
  }

  private static long hits(Random random, double chance) {
    return random.doubles(50).filter(each -> each < chance).count();
  }
}
