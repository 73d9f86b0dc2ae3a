package dev.influx.scorer.difference;

/** How many followers people speak of; the names are in order. */
enum FollowerBand {
  UNDER_50K("1: under 50,000", 50_000),
  UNDER_200K("2: 50,000 to 200,000", 200_000),
  UNDER_1M("3: 200,000 to 1 million", 1_000_000),
  UNDER_10M("4: 1 to 10 million", 10_000_000),
  MORE("5: 10 million and more", Long.MAX_VALUE);

  private final String words;
  private final long below;

  FollowerBand(String words, long below) {
    this.words = words;
    this.below = below;
  }

  static String of(long followers) {
    for (FollowerBand band : values()) {
      if (followers < band.below) {
        return band.words;
      }
    }
    return MORE.words;
  }
}
