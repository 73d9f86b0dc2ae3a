package dev.influx.lists.models;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Parameters as a person reads them. */
final class Words {

  private static final MathContext READABLE = new MathContext(4);

  private Words() {}

  static String of(double number) {
    if (number == Math.rint(number)) {
      return String.format(Locale.ROOT, "%,.0f", number);
    }
    return new BigDecimal(number).round(READABLE).stripTrailingZeros().toPlainString();
  }
}
