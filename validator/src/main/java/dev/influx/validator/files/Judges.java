package dev.influx.validator.files;

import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The policies by which authors are judged: the one that a record names, if it is known. */
public final class Judges {
  private final Map<String, Judge> bySha256 = new HashMap<>();
  private final Judge other;
  private final boolean always;

  private Judges(Collection<Policy> known, Policy other, boolean always) {
    known.forEach(policy -> bySha256.put(policy.sha256().hex(), new Judge(policy)));
    this.other = bySha256.computeIfAbsent(other.sha256().hex(), sha256 -> new Judge(other));
    this.always = always;
  }

  /**
   * Each record by its own policy.
   *
   * @param other for those that name none, or one that is not known
   */
  public static Judges byRecord(Policies known, Policy other) {
    return new Judges(known.all(), other, false);
  }

  /** All records by one policy, whatever they name. */
  public static Judges always(Policies known, Policy policy) {
    return new Judges(known.all(), policy, true);
  }

  boolean know(String sha256) {
    return bySha256.containsKey(sha256);
  }

  /**
   * Who judges a record.
   *
   * @param sha256 of the policy that it names, null if none
   */
  Judge of(String sha256) {
    return always || sha256 == null ? other : bySha256.getOrDefault(sha256, other);
  }

  /** Who judges what names no known policy. */
  Judge other() {
    return other;
  }
}
