package dev.influx.simulator.world;

/**
 * How common each fate is among the authors of a world. The shares at the start are of all authors;
 * the yearly ones too, so that as many are hit in each of the ten years that the world has events.
 *
 * @param deleted already at the start, though the seed list still has them
 */
public record Shares(
    double suspended, double deleted, double protectedAccounts, double withheld, Yearly yearly) {

  private static final Shares USUAL =
      new Shares(0.02, 0, 0.01, 0.003, new Yearly(0.03, 0.02, 0.02, 0.002, 0.04));

  public Shares {
    check(suspended, "suspended");
    check(deleted, "deleted");
    check(protectedAccounts, "protected");
    check(withheld, "withheld");
  }

  /** The shares per year of the world after its start. */
  public record Yearly(
      double suspended, double deleted, double protectedAccounts, double withheld, double renamed) {

    /** Nobody changes but in numbers. */
    public static final Yearly NONE = new Yearly(0, 0, 0, 0, 0);

    public Yearly {
      check(suspended, "suspended in a year");
      check(deleted, "deleted in a year");
      check(protectedAccounts, "protected in a year");
      check(withheld, "withheld in a year");
      check(renamed, "renamed in a year");
    }
  }

  public static Shares usual() {
    return USUAL;
  }

  /** A world that stays as it is at the start but for its numbers. */
  public static Shares still(double suspended, double deleted, double protectedAccounts) {
    return new Shares(suspended, deleted, protectedAccounts, 0, Yearly.NONE);
  }

  private static void check(double share, String of) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("the share of " + of + " is outside 0 to 1: " + share);
    }
  }
}
