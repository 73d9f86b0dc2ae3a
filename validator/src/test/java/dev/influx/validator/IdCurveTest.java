package dev.influx.validator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.rules.AuthenticityRules.IdDates;
import dev.influx.lists.rules.AuthenticityRules.SequentialIds;
import dev.influx.lists.rules.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdCurveTest {
  private static final double MILLIS_A_DAY = 86_400_000;

  private final SequentialIds rules = TestingAuthors.POLICY.rules().authenticity().sequentialIds();

  /**
   * How far the curve is trusted: each point is left out in turn and asked for, as an account would
   * be of which nobody knew before. Off the line by more than the tolerance are some, which is why
   * that alone refuses nobody; outside the points around them is none.
   */
  @Test
  void accountsThatTheCurveDoesNotKnowLieNearIt() {
    List<Point> points = rules.curve().points();
    int within = 0;
    int possible = 0;
    int asked = points.size() - 2;
    for (int i = 1; i <= asked; i++) {
      IdCurve curve = without(points, i);
      Point point = points.get(i);
      long at = point.madeAt().toEpochMilli();
      double days = Math.abs(at - curve.timeOf(point.accountId())) / MILLIS_A_DAY;
      within += days <= tolerance(point.accountId()) ? 1 : 0;
      possible += curve.mayBe(point.accountId(), at) ? 1 : 0;
    }
    System.out.println(
        "id-date curve: %d points; left out, %d of %d lie within the tolerance, %d between their neighbours"
            .formatted(points.size(), within, asked, possible));
    assertThat((double) within / asked).isGreaterThan(0.9);
    assertThat(possible).isEqualTo(asked);
  }

  @Test
  void outsideItsPointsTheCurveSaysNothing() {
    IdCurve curve = new IdCurve(rules.curve());
    assertThat(curve.covers(12)).isTrue();
    assertThat(curve.covers(11)).isFalse();
    assertThat(curve.covers(4_686_835_494L)).isTrue();
    assertThat(curve.covers(4_686_835_495L)).isFalse();
  }

  @Test
  void betweenTwoPointsItIsAStraightLine() {
    IdCurve curve =
        curve(
            List.of(
                new Point(100, Instant.parse("2010-01-01T00:00:00Z")),
                new Point(200, Instant.parse("2010-01-11T00:00:00Z"))));
    assertThat(Instant.ofEpochMilli(curve.timeOf(150))).isEqualTo("2010-01-06T00:00:00Z");
    assertThat(Instant.ofEpochMilli(curve.timeOf(200))).isEqualTo("2010-01-11T00:00:00Z");
    assertThat(curve.mayBe(150, Instant.parse("2010-01-11T11:59:00Z").toEpochMilli())).isTrue();
    assertThat(curve.mayBe(150, Instant.parse("2010-01-11T12:01:00Z").toEpochMilli())).isFalse();
    assertThat(curve.mayBe(150, Instant.parse("2009-12-31T11:59:00Z").toEpochMilli())).isFalse();
  }

  private double tolerance(long id) {
    return id < rules.bendAtId() ? rules.toleranceDays() : rules.laterToleranceDays();
  }

  private static IdCurve without(List<Point> points, int left) {
    List<Point> others = new ArrayList<>(points);
    others.remove(left);
    return curve(others);
  }

  private static IdCurve curve(List<Point> points) {
    return new IdCurve(new IdDates("a@1", "test", "test", points));
  }
}
