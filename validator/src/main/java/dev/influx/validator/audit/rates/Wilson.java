package dev.influx.validator.audit.rates;

/**
 * A share and its 95 % interval by Wilson's score method, which stays sensible for few cases and
 * for none among them.
 */
record Wilson(double share, double low, double high) {
  private static final double Z = 1.959963984540054;

  static Wilson of(long count, long of) {
    double share = (double) count / of;
    double breadth = Z * Z / of;
    double middle = (share + breadth / 2) / (1 + breadth);
    double half = Z / (1 + breadth) * Math.sqrt((share * (1 - share) + breadth / 4) / of);
    // Exactly the bounds, which sums of roots miss by a bit.
    double low = count == 0 ? 0 : middle - half;
    double high = count == of ? 1 : middle + half;
    return new Wilson(share, low, high);
  }

  /** The share of the others. */
  Wilson complement() {
    return new Wilson(1 - share, 1 - high, 1 - low);
  }
}
