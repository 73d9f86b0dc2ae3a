package dev.influx.simulator.fault;

import java.util.List;

/** A script of faults with everything that is wrong with it. */
public final class UnableToReadFaultsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> mistakes;

  UnableToReadFaultsException(String origin, List<String> mistakes) {
    super(origin + " is no script of faults: " + String.join("; ", mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** One line for each, with its own line number. */
  public List<String> mistakes() {
    return mistakes;
  }
}
