package dev.influx.scorer.model;

/**
 * What was met on the way to one score: the yield of each term and the sum of each part. A score
 * computes them once, and what takes it apart reads them here.
 */
final class Yields {
  private final double[] terms;
  private final double[] sums;
  private final double[] values;

  Yields(int terms, int parts) {
    this.terms = new double[terms];
    this.sums = new double[parts];
    this.values = new double[parts];
  }

  /** Notes what a term yields, and returns it. */
  double note(int term, double yield) {
    terms[term] = yield;
    return yield;
  }

  double of(int term) {
    return terms[term];
  }

  /** Notes what a part is, and what its terms summed up to before it was kept within bounds. */
  double note(int part, double sum, double value) {
    sums[part] = sum;
    values[part] = value;
    return value;
  }

  double sumOf(int part) {
    return sums[part];
  }

  double valueOf(int part) {
    return values[part];
  }
}
