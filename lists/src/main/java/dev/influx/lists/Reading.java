package dev.influx.lists;

import java.util.List;
import java.util.function.Function;

/** What came of reading data: the whole value, or every fault that was found. */
public sealed interface Reading<T> {

  /** The data was free of faults. */
  record Accepted<T>(T value) implements Reading<T> {}

  /** The data cannot be used. */
  record Refused<T>(List<DataFault> faults) implements Reading<T> {
    public Refused {
      faults = List.copyOf(faults);
      if (faults.isEmpty()) {
        throw new IllegalArgumentException("a refusal names at least one fault");
      }
    }
  }

  static <T> Reading<T> accepted(T value) {
    return new Accepted<>(value);
  }

  static <T> Reading<T> refused(List<DataFault> faults) {
    return new Refused<>(faults);
  }

  default <R> R fold(Function<T, R> onAccepted, Function<List<DataFault>, R> onRefused) {
    if (this instanceof Accepted<T> accepted) {
      return onAccepted.apply(accepted.value());
    }
    return onRefused.apply(((Refused<T>) this).faults());
  }

  /** For callers that cannot go on without the value. */
  default <X extends RuntimeException> T orElseThrow(Function<List<DataFault>, X> unable) {
    return fold(
        value -> value,
        faults -> {
          throw unable.apply(faults);
        });
  }
}
