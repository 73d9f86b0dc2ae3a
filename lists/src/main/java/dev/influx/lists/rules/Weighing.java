package dev.influx.lists.rules;

import java.util.List;
import java.util.Optional;

/**
 * A claim about an author, and what speaks for it and against it: it holds when all that is found
 * weighs at least the threshold, or when the author wears one of the badges.
 *
 * @param badges types of badge that decide alone
 * @param known handles that are evidence by themselves
 * @param personalName names that people bear, as evidence to the contrary
 * @param ownAffiliation the weight of a badge that the account gave itself
 * @param exceptions handles for which the claim never holds
 */
public record Weighing(
    String id,
    String description,
    double threshold,
    List<String> badges,
    Optional<Known> known,
    Optional<PersonalName> personalName,
    Optional<Double> ownAffiliation,
    List<Signal> signals,
    List<String> exceptions) {

  public Weighing {
    badges = List.copyOf(badges);
    signals = List.copyOf(signals);
    exceptions = List.copyOf(exceptions);
  }

  /**
   * Accounts of which it is known without reading them.
   *
   * @param handles in lower case
   */
  public record Known(double weight, List<String> handles) {
    public Known {
      handles = List.copyOf(handles);
    }
  }

  /**
   * The name of an author begins with a given name, and more follows.
   *
   * @param weight below 0
   */
  public record PersonalName(double weight, GivenNames givenNames) {}
}
