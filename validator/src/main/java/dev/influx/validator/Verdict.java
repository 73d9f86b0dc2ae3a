package dev.influx.validator;

import dev.influx.schemas.Finding;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whether an author may be in the list, and if not, every reason. */
public sealed interface Verdict {

  <T> T fold(Supplier<T> onAccepted, Function<List<Finding>, T> onRejected);

  /** No gate found anything. */
  record Accepted() implements Verdict {
    @Override
    public <T> T fold(Supplier<T> onAccepted, Function<List<Finding>, T> onRejected) {
      return onAccepted.get();
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
    public <T> T fold(Supplier<T> onAccepted, Function<List<Finding>, T> onRejected) {
      return onRejected.apply(findings);
    }
  }
}
