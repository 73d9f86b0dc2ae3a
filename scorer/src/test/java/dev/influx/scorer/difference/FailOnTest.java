package dev.influx.scorer.difference;

import static dev.influx.scorer.difference.TallyTest.accepted;
import static dev.influx.scorer.difference.TallyTest.difference;
import static dev.influx.scorer.difference.TallyTest.pair;
import static dev.influx.scorer.difference.TallyTest.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailOnTest {
  private static final Difference ONE_OF_FOUR =
      difference(
          pair("1", accepted(10), accepted(10)),
          pair("2", accepted(20), accepted(20)),
          pair("3", accepted(30), accepted(30)),
          pair("4", accepted(40), refused("organization")));

  @ParameterizedTest
  @ValueSource(
      strings = {"flips>24%", "flips > 24.9 %", "flips>0", "mismatch>0", "spearman>0.9", "iqr<21"})
  void isExceeded(String limit) {
    assertThat(FailOn.parse(limit).isExceededBy(ONE_OF_FOUR)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"flips>25%", "flips>1", "missing>0", "extra>0%", "spearman<0.9"})
  void isKept(String limit) {
    assertThat(FailOn.parse(limit).isExceededBy(ONE_OF_FOUR)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"flips>2%", "psi>0.1", "spearman<0.5"})
  void whatCannotBeFoundOutIsNoSuccess(String limit) {
    assertThat(FailOn.parse(limit).isExceededBy(difference())).isTrue();
    assertThat(FailOn.parse(limit).found(difference())).isEqualTo("nothing to tell it from");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "flips", "flips>", "flips>=2", "flip>2%", "psi>1%", "flips>-1", "flips>2%%"})
  void isRefusedInAnyOtherForm(String limit) {
    assertThatThrownBy(() -> FailOn.parse(limit)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhatWasFound() {
    assertThat(FailOn.parse("flips>2%").found(ONE_OF_FOUR)).isEqualTo("25.00 %");
    assertThat(FailOn.parse("flips>2").found(ONE_OF_FOUR)).isEqualTo("1.000");
  }
}
