package dev.influx.app;

import dev.influx.lists.DataFault;
import dev.influx.runtime.Explained;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration has faults; all of them are in the reason. */
final class UnableToConfigureException extends Explained {
  private static final long serialVersionUID = 1L;

  UnableToConfigureException(List<DataFault> faults) {
    super("the configuration cannot be used", why(faults), remedy(faults), null);
  }

  private static String why(List<DataFault> faults) {
    if (faults.size() == 1) {
      return faults.get(0).where() + ": " + faults.get(0).what();
    }
    return faults.stream()
        .map(fault -> "\n  " + fault)
        .collect(Collectors.joining("", "it has " + faults.size() + " faults", ""));
  }

  private static String remedy(List<DataFault> faults) {
    return faults.size() == 1 ? faults.get(0).remedy() : "correct these";
  }
}
