package dev.influx.lists.policies;

import static java.util.stream.Collectors.joining;

import dev.influx.lists.DataFault;
import java.util.List;

/** A policy that cannot be used, with every fault found in it. */
public final class UnableToReadPolicyException extends RuntimeException {

  private final transient List<DataFault> faults;

  public UnableToReadPolicyException(List<DataFault> faults) {
    super(
        faults.stream()
            .map(DataFault::toString)
            .collect(joining("\n", "the policy has " + faults.size() + " fault(s):\n", "")));
    this.faults = List.copyOf(faults);
  }

  public List<DataFault> faults() {
    return faults;
  }
}
