package dev.influx.lists.targets;

import static java.util.stream.Collectors.joining;

import dev.influx.lists.DataFault;
import java.util.List;

/** Targets that cannot be used, with every fault found in them. */
public final class UnableToReadTargetsException extends RuntimeException {

  private final transient List<DataFault> faults;

  public UnableToReadTargetsException(List<DataFault> faults) {
    super(
        faults.stream()
            .map(DataFault::toString)
            .collect(joining("\n", "the targets have " + faults.size() + " fault(s):\n", "")));
    this.faults = List.copyOf(faults);
  }

  public List<DataFault> faults() {
    return faults;
  }
}
