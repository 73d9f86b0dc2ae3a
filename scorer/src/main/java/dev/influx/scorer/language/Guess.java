package dev.influx.scorer.language;

/**
 * The likeliest language of a text.
 *
 * @param certainty how likely it is, times how much likelier than the next: the one tells rambling
 *     from language, the other a language from its neighbour
 */
record Guess(String language, double certainty) {

  /**
   * Among the languages that are published; some of them have several entries.
   *
   * @param published the language of each entry, null for those that are not told
   */
  static Guess from(double[] evidence, String[] published) {
    int best = strongest(evidence, published, null);
    int next = strongest(evidence, published, published[best]);
    double total = 0;
    for (int i = 0; i < evidence.length; i++) {
      total += published[i] == null ? 0 : StrictMath.exp(evidence[i] - evidence[best]);
    }
    double lead = StrictMath.exp(evidence[best] - evidence[next]);
    return new Guess(published[best], lead / total);
  }

  private static int strongest(double[] evidence, String[] published, String butNot) {
    int best = -1;
    for (int i = 0; i < evidence.length; i++) {
      boolean candidate = published[i] != null && !published[i].equals(butNot);
      if (candidate && (best < 0 || evidence[i] > evidence[best])) {
        best = i;
      }
    }
    return best;
  }
}
