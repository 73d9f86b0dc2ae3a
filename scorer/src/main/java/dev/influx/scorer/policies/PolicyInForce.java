package dev.influx.scorer.policies;

import dev.influx.scorer.evaluation.Evaluator;
import java.util.Optional;

/** The policy by which a scorer judges at this moment. */
public interface PolicyInForce {

  /** As far as is known; cheap enough to be asked for every record. */
  Judge now();

  /** After looking whether there is another one, which may take a moment. */
  Judge upToDate();

  /** Whether it is known which policy that is: there is no judge before. */
  boolean isKnown();

  /**
   * Waits until it is known.
   *
   * @throws java.util.concurrent.CancellationException when nobody will know any more
   */
  void await();

  /** One policy, whatever is active. */
  static PolicyInForce always(Evaluator evaluator) {
    Judge judge = new Judge(evaluator, Optional.empty());
    return new PolicyInForce() {
      @Override
      public Judge now() {
        return judge;
      }

      @Override
      public Judge upToDate() {
        return judge;
      }

      @Override
      public boolean isKnown() {
        return true;
      }

      @Override
      public void await() {
        // It was known from the start.
      }
    };
  }
}
