package dev.influx.harvester.imports;

import dev.influx.harvester.publish.ImportedRecord;
import dev.influx.runtime.compliance.ForgottenAuthors;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What becomes of a piece of a file. */
sealed interface Verdict {

  <T> T fold(
      Function<Kept, T> onKept, Function<Refused, T> onRefused, Function<Passed, T> onPassed);

  /** Whether it is about somebody who asked to be forgotten, as far as it says whom. */
  default boolean isAbout(ForgottenAuthors forgotten) {
    return fold(
        kept -> kept.record().isAbout(forgotten),
        refused -> refused.id().filter(forgotten::hasId).isPresent(),
        passed -> false);
  }

  /** It becomes a record. */
  record Kept(ImportedRecord record, List<Doubt> doubts) implements Verdict {
    public Kept {
      doubts = List.copyOf(doubts);
    }

    @Override
    public <T> T fold(
        Function<Kept, T> onKept, Function<Refused, T> onRefused, Function<Passed, T> onPassed) {
      return onKept.apply(this);
    }
  }

  /** It becomes a dead letter. */
  record Refused(Fault fault, String why, Optional<String> id, ByteBuffer bytes)
      implements Verdict {
    @Override
    public <T> T fold(
        Function<Kept, T> onKept, Function<Refused, T> onRefused, Function<Passed, T> onPassed) {
      return onRefused.apply(this);
    }
  }

  /** It is about nobody. */
  record Passed() implements Verdict {
    @Override
    public <T> T fold(
        Function<Kept, T> onKept, Function<Refused, T> onRefused, Function<Passed, T> onPassed) {
      return onPassed.apply(this);
    }
  }
}
