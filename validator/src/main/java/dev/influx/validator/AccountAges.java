package dev.influx.validator;

import dev.influx.lists.rules.AuthenticityRules;
import dev.influx.lists.rules.AuthenticityRules.SequentialIds;
import dev.influx.lists.rules.AuthenticityRules.Snowflakes;
import dev.influx.validator.AuthenticityGate.Doubts;
import java.time.Duration;
import java.time.Instant;

/** Compares the date of an account with what its id says of it. */
final class AccountAges {
  private static final String RULE = "id_date";
  private static final long SNOWFLAKE_EPOCH = 1_288_834_974_657L;
  private static final int SNOWFLAKE_SHIFT = 22;
  private static final int LONGEST_ID = 19;
  private static final double MILLIS_A_DAY = 86_400_000;

  private final Snowflakes snowflakes;
  private final SequentialIds sequential;
  private final IdCurve curve;
  private final double weight;

  AccountAges(AuthenticityRules rules) {
    this.snowflakes = rules.snowflakes();
    this.sequential = rules.sequentialIds();
    this.curve = new IdCurve(rules.sequentialIds().curve());
    this.weight = rules.weights().idDate();
  }

  static boolean isNumber(String id) {
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) < '0' || id.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  void examine(String id, Instant made, Doubts doubts) {
    if (isNumber(id)) {
      long number = Long.parseUnsignedLong(id);
      if (Long.compareUnsigned(number, snowflakes.fromId()) >= 0) {
        examineSnowflake(number, made, doubts);
      } else {
        examineSequential(number, made, doubts);
      }
    }
  }

  private void examineSnowflake(long id, Instant made, Doubts doubts) {
    Instant told = Instant.ofEpochMilli((id >>> SNOWFLAKE_SHIFT) + SNOWFLAKE_EPOCH);
    long apart = Math.abs(Duration.between(told, made).toSeconds());
    if (apart > snowflakes.toleranceSeconds()) {
      boolean near = apart <= snowflakes.nearSeconds();
      doubts.add(
          RULE,
          near ? snowflakes.nearWeight() : weight,
          "created " + made + ", and the id says " + told);
    }
  }

  /** An id outside the curve says nothing. */
  private void examineSequential(long id, Instant made, Doubts doubts) {
    if (!curve.covers(id)) {
      return;
    }
    long at = made.toEpochMilli();
    double days = Math.abs(at - curve.timeOf(id)) / MILLIS_A_DAY;
    double tolerance =
        id < sequential.bendAtId() ? sequential.toleranceDays() : sequential.laterToleranceDays();
    if (days > tolerance) {
      boolean possible = curve.mayBe(id, at);
      doubts.add(
          RULE,
          possible ? sequential.inGapWeight() : weight,
          "created " + made + ", and ids near it " + Instant.ofEpochMilli(curve.timeOf(id)));
    }
  }
}
