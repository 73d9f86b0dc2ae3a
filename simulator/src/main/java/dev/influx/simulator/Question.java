package dev.influx.simulator;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** A request to an endpoint, understood before it is known whether it may be answered. */
interface Question {

  /** The handles or ids that were asked for, as they were written. */
  List<String> asked();

  /** False if the answer will be that the parameters cannot be. */
  boolean valid();

  Reply answer(Instant virtualTime);

  /** Whether the answer is one that X charges for. */
  default boolean costs() {
    return true;
  }

  /** Whether the answer is for everybody, with token or without. */
  default boolean open() {
    return false;
  }

  /** A question that can be answered. */
  static Question valid(List<String> asked, Function<Instant, Reply> answer) {
    return new Question() {
      @Override
      public List<String> asked() {
        return asked;
      }

      @Override
      public boolean valid() {
        return true;
      }

      @Override
      public Reply answer(Instant virtualTime) {
        return answer.apply(virtualTime);
      }
    };
  }

  /** A question that is a mistake. */
  static Question invalid(List<String> asked, Reply reply) {
    return new Question() {
      @Override
      public List<String> asked() {
        return asked;
      }

      @Override
      public boolean valid() {
        return false;
      }

      @Override
      public Reply answer(Instant virtualTime) {
        return reply;
      }
    };
  }
}
