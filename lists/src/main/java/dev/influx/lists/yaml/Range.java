package dev.influx.lists.yaml;

/** The numbers that a parameter may be. */
public enum Range {
  SHARE("a number from 0 to 1", 0, 1),
  WEIGHT("a number above 0, at most 1", Double.MIN_VALUE, 1),
  NEGATIVE("a number below 0", -Range.FARTHEST, -Double.MIN_VALUE),
  POSITIVE("a number above 0", Double.MIN_VALUE, Range.FARTHEST),
  NOT_NEGATIVE("a number from 0", 0, Range.FARTHEST),
  ANY("a number", -Range.FARTHEST, Range.FARTHEST),
  EVIDENCE("a number from -10 to 10, but not 0", -10, 10) {
    @Override
    boolean holds(double number) {
      return number != 0 && super.holds(number);
    }
  };

  private static final double FARTHEST = 1e12;

  private final String words;
  private final double least;
  private final double most;

  Range(String words, double least, double most) {
    this.words = words;
    this.least = least;
    this.most = most;
  }

  String words() {
    return words;
  }

  boolean holds(double number) {
    return least <= number && number <= most;
  }
}
