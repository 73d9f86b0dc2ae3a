package dev.influx.lists.rules;

import dev.influx.lists.canonical.Written;
import java.util.Locale;

/** A part of a profile that rules look for words in. */
public enum Field implements Written.AsScalar {
  /** The handle, parted into words at case changes, digits and underscores. */
  HANDLE,
  NAME,
  BIO,
  /** The first three words of the bio. */
  OPENING,
  /** The expanded links of profile and bio. */
  LINKS,
  /** What the badge of another account says on the profile. */
  AFFILIATION;

  @Override
  public String scalar() {
    return name().toLowerCase(Locale.ROOT);
  }
}
