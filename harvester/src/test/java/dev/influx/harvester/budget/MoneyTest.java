package dev.influx.harvester.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MoneyTest {

  @Test
  void readsWhatPeopleWrite() {
    assertThat(Money.parse("12.50")).contains(new Money(12_500_000));
    assertThat(Money.parse("$0.010")).contains(new Money(10_000));
    assertThat(Money.parse("7")).contains(new Money(7_000_000));
    assertThat(Money.parse("0.000001")).contains(new Money(1));
  }

  @Test
  void refusesWhatIsNoExactAmount() {
    for (String text :
        new String[] {"", "-1", "1.", ".5", "1e3", "0.0000001", "1,000", "$", "NaN"}) {
      assertThat(Money.parse(text)).as(text).isEqualTo(Optional.empty());
    }
    assertThatThrownBy(() -> new Money(-1)).hasMessageContaining("-1");
  }

  @Test
  void showsAsManyDecimalsAsItTakes() {
    assertThat(new Money(10_000)).hasToString("$0.01");
    assertThat(new Money(100_000_000)).hasToString("$100.00");
    assertThat(new Money(12_345_678)).hasToString("$12.345678");
    assertThat(Money.ZERO).hasToString("$0.00");
  }

  @Test
  void isExactAndNeverWrapsRound() {
    assertThat(new Money(10_000).times(10_000)).isEqualTo(new Money(100_000_000));
    assertThat(new Money(3).plus(new Money(4))).isEqualTo(new Money(7));
    assertThat(new Money(3).minus(new Money(4))).isEqualTo(Money.ZERO);
    assertThatThrownBy(() -> new Money(Long.MAX_VALUE).times(2))
        .isInstanceOf(ArithmeticException.class);
  }
}
