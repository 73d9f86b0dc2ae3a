package dev.influx.simulator.population;

/** What X lets others see of a user at one moment. */
public enum Standing {
  ACTIVE,
  /** Only followers may read the posts; the profile is open. */
  PROTECTED,
  /** X shows nothing, and says so. */
  SUSPENDED,
  /** Gone as if it had never been. */
  DELETED,
  /** Has not joined yet. */
  ABSENT;

  /** Whether X admits that there is such a user. */
  public boolean exists() {
    return this != DELETED && this != ABSENT;
  }
}
