package dev.influx.monitor.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is counted is what stands in the topics, in whichever order it comes. */
class TalliesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void anAuthorIsCountedOnceHoweverOftenItIsSaid() {
    Tallies tallies = new Tallies(100);
    tallies.accepted("1", 50);
    tallies.accepted("1", 60.3);
    tallies.accepted("x", 100);
    tallies.rejected("2", List.of("few_followers", "no_bio"));
    tallies.rejected("2", List.of("no_bio"));
    tallies.rejected("3", List.of("no_bio"));
    tallies.acceptedNoMore("nobody");

    Results results = tallies.at(NOW, true, 7, 9);

    assertThat(results.accepted()).isEqualTo(2);
    assertThat(results.rejected()).isEqualTo(2);
    assertThat(results.codes()).isEqualTo(Map.of("no_bio", 2L));
    assertThat(results.scores().orElseThrow().min()).isEqualTo(60.3);
    assertThat(results.scores().orElseThrow().max()).isEqualTo(100);
    assertThat(results.seen().accepted()).isEqualTo(3);
    assertThat(results.seen().codes()).isEqualTo(Map.of("no_bio", 3L, "few_followers", 1L));
  }

  @Test
  void whoMovesBetweenTheTopicsIsCountedWhicheverIsReadFirst() {
    Tallies first = new Tallies(100);
    first.accepted("1", 50);
    first.acceptedNoMore("1");
    first.rejected("1", List.of("no_bio"));
    Tallies second = new Tallies(100);
    second.accepted("1", 50);
    second.rejected("1", List.of("no_bio"));
    second.acceptedNoMore("1");

    for (Tallies tallies : List.of(first, second)) {
      Results results = tallies.at(NOW, true, 0, 0);
      assertThat(results.accepted()).isZero();
      assertThat(results.rejected()).isEqualTo(1);
      assertThat(results.scores()).isEmpty();
    }
  }

  @Test
  void countsAreThoseOfAMapThatIsKeptBeside() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Tallies tallies = new Tallies(1_000_000);
    Map<String, Double> expected = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      String id = Long.toString(random.nextInt(20_000) * 1_000_003L);
      if (random.nextInt(4) == 0) {
        tallies.acceptedNoMore(id);
        expected.remove(id);
      } else {
        double score = random.nextInt(1001) / 10.0;
        tallies.accepted(id, score);
        expected.put(id, score);
      }
    }
    ScoreSpread spread = tallies.at(NOW, true, 0, 0).scores().orElseThrow();
    List<Double> sorted = new ArrayList<>(expected.values());
    Collections.sort(sorted);

    assertThat(spread.count()).as("seed %s", seed).isEqualTo(sorted.size());
    assertThat(spread.p50())
        .as("seed %s", seed)
        .isEqualTo(sorted.get((int) Math.ceil(sorted.size() / 2.0) - 1));
    assertThat(spread.histogram().get(9).count())
        .as("seed %s", seed)
        .isEqualTo(sorted.stream().filter(it -> it >= 90).count());
    assertThat(spread.mean())
        .as("seed %s", seed)
        .isCloseTo(sorted.stream().mapToDouble(it -> it).average().orElseThrow(), offset(0.001));
  }

  @Test
  void moreAuthorsThanThereIsRoomForAreNotCountedWrong() {
    Tallies tallies = new Tallies(10);
    for (int i = 1; i <= 11; i++) {
      tallies.accepted(Integer.toString(i), 50);
    }

    Results results = tallies.at(NOW, true, 0, 0);

    assertThat(results.complete()).isFalse();
    assertThat(results.scores()).isEmpty();
  }

  @Test
  void ratesAreWhatCameBetweenTwoCounts() {
    Tallies tallies = new Tallies(100);
    tallies.accepted("1", 50);
    assertThat(tallies.at(NOW, true, 0, 100).rates()).isEmpty();
    tallies.accepted("2", 50);
    tallies.rejected("3", List.of("no_bio"));
    tallies.rejected("4", List.of("no_bio"));
    tallies.dead("undecodable");

    Rates rates = tallies.at(NOW.plusSeconds(10), true, 0, 150).rates().orElseThrow();

    assertThat(rates.raw()).isEqualTo(5);
    assertThat(rates.accepted()).isEqualTo(0.1);
    assertThat(rates.rejected()).isEqualTo(0.2);
    assertThat(rates.codes()).isEqualTo(Map.of("no_bio", 0.2));
    assertThat(rates.letters()).isEqualTo(0.1);
  }

  @Test
  void aSpreadIsStableAgainstItselfAndNotAgainstAnother() {
    ScoreSpread low = spread(10, 20, 30);
    ScoreSpread high = spread(70, 80, 90);

    assertThat(low.stability(low)).hasValue(0);
    assertThat(low.stability(high).orElseThrow()).isGreaterThan(0.25);
  }

  private static ScoreSpread spread(double... scores) {
    Tallies tallies = new Tallies(100);
    for (int i = 0; i < scores.length; i++) {
      tallies.accepted(Integer.toString(i + 1), scores[i]);
    }
    return tallies.at(NOW, true, 0, 0).scores().orElseThrow();
  }
}
