package dev.influx.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void whatWasNotMeasuredIsADash() {
    assertThat(Figures.whole(Optional.empty())).isEqualTo("-");
    assertThat(Figures.decimals(Optional.empty())).isEqualTo("-");
    assertThat(Figures.mebibytes(Optional.empty())).isEqualTo("-");
    assertThat(Figures.spread(List.of())).isEqualTo("-");
  }

  @Test
  void numbersAreWrittenAlikeEverywhere() {
    assertThat(Figures.whole(Optional.of(1234567.6))).isEqualTo("1,234,568");
    assertThat(Figures.decimals(Optional.of(0.126))).isEqualTo("0.13");
    assertThat(Figures.mebibytes(Optional.of(3.0 * 1024 * 1024))).isEqualTo("3");
  }

  @Test
  void severalValuesShowTheirEnds() {
    assertThat(Figures.spread(List.of(1.0, 5.0, 2.0))).isEqualTo("2.00 (1.00-5.00)");
    assertThat(Figures.spread(List.of(1.5))).isEqualTo("1.50");
  }

  @Test
  void machinesGetTheValuesToo() {
    assertThat(Figures.data(List.of(1.0, 3.0)))
        .isEqualTo(Map.of("median", 2.0, "min", 1.0, "max", 3.0, "values", List.of(1.0, 3.0)));
    assertThat(Figures.data(List.of())).isEqualTo(Map.of("values", List.of()));
  }
}
