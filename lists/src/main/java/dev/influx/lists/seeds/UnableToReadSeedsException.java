package dev.influx.lists.seeds;

import static java.util.stream.Collectors.joining;

import dev.influx.lists.DataFault;
import java.util.List;

/** Seeds that cannot be used, with every fault found in them. */
public final class UnableToReadSeedsException extends RuntimeException {

  private final transient List<DataFault> faults;

  public UnableToReadSeedsException(List<DataFault> faults) {
    super(
        faults.stream()
            .map(DataFault::toString)
            .collect(joining("\n", "the seeds have " + faults.size() + " fault(s):\n", "")));
    this.faults = List.copyOf(faults);
  }

  public List<DataFault> faults() {
    return faults;
  }
}
