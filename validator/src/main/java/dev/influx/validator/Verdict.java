package dev.influx.validator;

import dev.influx.schemas.Finding;
import java.util.List;
import java.util.function.Function;

/** Whether an author may be in the list, and if not, every reason. */
public sealed interface Verdict {

  <T> T fold(Function<List<Finding>, T> onAccepted, Function<List<Finding>, T> onRejected);

  /**
   * No gate found anything to refuse.
   *
   * @param flags what was found and is for a person to look at
   */
  record Accepted(List<Finding> flags) implements Verdict {
    public Accepted {
      flags = List.copyOf(flags);
    }

    @Override
    public <T> T fold(
        Function<List<Finding>, T> onAccepted, Function<List<Finding>, T> onRejected) {
      return onAccepted.apply(flags);
    }
  }

  /** At least one gate found something; all findings, not only the first. */
  record Rejected(List<Finding> findings) implements Verdict {
    public Rejected {
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("a rejection needs a finding");
      }
    }

    @Override
    public <T> T fold(
        Function<List<Finding>, T> onAccepted, Function<List<Finding>, T> onRejected) {
      return onRejected.apply(findings);
    }
  }
}
