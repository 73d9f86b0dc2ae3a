package dev.influx.scorer.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers become published scores. */
final class Rounding {
  private Rounding() {}

  /** One decimal, half-even on the exact binary value. */
  static double oneDecimal(double exact) {
    return new BigDecimal(exact).setScale(1, RoundingMode.HALF_EVEN).doubleValue();
  }

  static double clamp(double points) {
    return Math.max(0, Math.min(100, points));
  }
}
