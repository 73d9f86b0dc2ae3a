package dev.influx.sink.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

  @Test
  void nearestRankIsAlwaysOneOfTheValues() {
    Percentiles<Integer> of = new Percentiles<>(List.of(15, 20, 35, 40, 50));

    assertThat(List.of(of.at(0), of.at(5), of.at(30), of.at(40), of.at(50), of.at(100)))
        .extracting(value -> value.orElseThrow())
        .containsExactly(15, 15, 20, 20, 35, 50);
  }

  @Test
  void ofAHundredValuesThePercentIsTheRank() {
    Percentiles<Integer> of = new Percentiles<>(IntStream.rangeClosed(1, 100).boxed().toList());

    assertThat(IntStream.rangeClosed(1, 100))
        .allSatisfy(percent -> assertThat(of.at(percent)).contains(percent));
  }

  @Test
  void ofNothingThereIsNone() {
    assertThat(new Percentiles<>(List.of()).at(50)).isEmpty();
  }
}
