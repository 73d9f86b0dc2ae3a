package dev.influx.scorer.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers become published scores. */
final class Rounding {

  /** How near to the middle between two tenths the exact arithmetic is needed to tell. */
  private static final double NEAR_TIE = 1e-6;

  private Rounding() {}

  /** One decimal, half-even on the exact binary value. */
  static double oneDecimal(double exact) {
    double tenths = exact * 10;
    double nearest = Math.rint(tenths);
    return Math.abs(Math.abs(tenths - nearest) - 0.5) > NEAR_TIE
        ? nearest / 10
        : new BigDecimal(exact).setScale(1, RoundingMode.HALF_EVEN).doubleValue();
  }

  static double clamp(double points) {
    return Math.max(0, Math.min(100, points));
  }
}
