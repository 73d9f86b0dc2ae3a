package dev.influx.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {

  private static final DataFault FAULT = new DataFault("a", 1, "b", "c");

  @Test
  void foldsToTheSideThatItIs() {
    assertThat(Reading.accepted(3).<Object>fold(value -> value + 1, faults -> faults)).isEqualTo(4);
    assertThat(Reading.<Integer>refused(List.of(FAULT)).<Object>fold(value -> value, f -> f))
        .isEqualTo(List.of(FAULT));
  }

  @Test
  void givesTheValueOrTheExceptionOfTheCaller() {
    assertThat(Reading.accepted("x").orElseThrow(faults -> new IllegalStateException()))
        .isEqualTo("x");
    assertThatThrownBy(
            () ->
                Reading.refused(List.of(FAULT))
                    .orElseThrow(faults -> new IllegalStateException(faults.toString())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("[a:1: b; c]");
  }

  @Test
  void aRefusalNamesAFault() {
    assertThatThrownBy(() -> Reading.refused(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
