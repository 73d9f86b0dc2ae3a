package dev.influx.validator.audit.rates;

/**
 * The quotient of two independent shares, and an interval made of theirs: MOVER-R of Donner and
 * Zou, "Closed-form confidence intervals for functions of the normal mean and standard deviation"
 * (2012). Resampling would call a share of which nothing was seen certain; this does not.
 */
record Quotient(double value, double low, double high) {

  static Quotient of(Wilson above, Wilson below) {
    double product = above.share() * below.share();
    double least = within(above.low(), above) * within(below.high(), below);
    double most = within(above.high(), above) * within(below.low(), below);
    double divisor = within(below.low(), below);
    double low = within(above.low(), above) / (product + root(product, least));
    double high = (product + root(product, most)) / divisor;
    return new Quotient(
        above.share() / below.share(),
        above.low() <= 0 ? 0 : low,
        divisor <= 0 ? Double.POSITIVE_INFINITY : high);
  }

  private static double within(double limit, Wilson share) {
    return limit * (2 * share.share() - limit);
  }

  private static double root(double product, double limits) {
    return Math.sqrt(Math.max(0, product * product - limits));
  }
}
