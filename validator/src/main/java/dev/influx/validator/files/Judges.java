package dev.influx.validator.files;

import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import java.util.HashMap;
import java.util.Map;

/** The policies by which authors are judged: the one that a record names, if it is known. */
public final class Judges {
  private final Policies known;
  private final Judge other;
  private final String otherSha256;
  private final boolean always;
  private Map<String, Judge> bySha256;

  private Judges(Policies known, Policy other, boolean always) {
    this.known = known;
    this.other = new Judge(other);
    this.otherSha256 = other.sha256().hex();
    this.always = always;
  }

  /**
   * Each record by its own policy.
   *
   * @param other for those that name none, or one that is not known
   */
  public static Judges byRecord(Policies known, Policy other) {
    return new Judges(known, other, false);
  }

  /** All records by one policy, whatever they name. */
  public static Judges always(Policies known, Policy policy) {
    return new Judges(known, policy, true);
  }

  boolean know(String sha256) {
    return otherSha256.equals(sha256) || all().containsKey(sha256);
  }

  /**
   * Who judges a record.
   *
   * @param sha256 of the policy that it names, null if none
   */
  Judge of(String sha256) {
    return always || sha256 == null || otherSha256.equals(sha256)
        ? other
        : all().getOrDefault(sha256, other);
  }

  /** Most files name one policy, and it is the one that is asked for: the others can wait. */
  private synchronized Map<String, Judge> all() {
    if (bySha256 == null) {
      bySha256 = new HashMap<>();
      known.all().forEach(policy -> bySha256.put(policy.sha256().hex(), new Judge(policy)));
    }
    return bySha256;
  }

  /** Who judges what names no known policy. */
  Judge other() {
    return other;
  }
}
