package dev.influx.validator;

import dev.influx.lists.rules.AuthenticityRules.IdDates;
import dev.influx.lists.rules.Point;
import java.util.Arrays;

/** When accounts were made whose ids were given one after the other. */
final class IdCurve {
  /** In the first years ids were not given in the order of seconds. */
  private static final long SLACK_MILLIS = 12 * 3_600_000L;

  private final long[] ids;
  private final long[] times;

  IdCurve(IdDates dates) {
    this.ids = dates.points().stream().mapToLong(Point::accountId).toArray();
    this.times =
        dates.points().stream().mapToLong(point -> point.madeAt().toEpochMilli()).toArray();
  }

  boolean covers(long id) {
    return id >= ids[0] && id <= ids[ids.length - 1];
  }

  /** On a straight line between the points around an id that is covered. */
  long timeOf(long id) {
    int at = Arrays.binarySearch(ids, id);
    if (at >= 0) {
      return times[at];
    }
    int above = -at - 1;
    double share = (double) (id - ids[above - 1]) / (ids[above] - ids[above - 1]);
    return times[above - 1] + Math.round(share * (times[above] - times[above - 1]));
  }

  /** Whether the time lies between those of the points around the id. */
  boolean mayBe(long id, long time) {
    int at = Arrays.binarySearch(ids, id);
    int below = at >= 0 ? at : -at - 2;
    int above = at >= 0 ? at : below + 1;
    return time >= times[below] - SLACK_MILLIS && time <= times[above] + SLACK_MILLIS;
  }
}
