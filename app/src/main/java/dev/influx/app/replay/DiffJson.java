package dev.influx.app.replay;

import dev.influx.schemas.scores.Histogram;
import dev.influx.scorer.difference.Check;
import dev.influx.scorer.difference.Difference;
import dev.influx.scorer.difference.Difference.Counts;
import dev.influx.scorer.difference.Difference.Figures;
import dev.influx.scorer.difference.Difference.Group;
import dev.influx.scorer.difference.Difference.Mover;
import dev.influx.scorer.difference.FailOn;
import dev.influx.scorer.model.Movement;
import dev.influx.scorer.statistics.Deltas;
import dev.influx.scorer.statistics.Distribution;
import dev.influx.scorer.statistics.Shift;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A comparison as programs read it: every key is always there, in this order, and null where there
 * is nothing to compute a figure from.
 */
public final class DiffJson {
  private static final int DECIMALS = 4;

  private final DiffView view;

  private DiffJson(DiffView view) {
    this.view = view;
  }

  public static Map<String, Object> of(DiffView view) {
    return new DiffJson(view).object();
  }

  private Map<String, Object> object() {
    Difference difference = view.result().difference();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("replay", view.plan().id());
    object.put("policy", view.plan().policy().id());
    object.put("policy_sha256", view.plan().policy().sha256());
    object.put("range", view.plan().range().toString());
    object.put("unreadable", view.result().unreadable());
    counts(object, difference.counts());
    object.put("flips", flips(difference));
    figures(object, difference.figures());
    object.put("by_domain", each(difference.byDomain(), DiffJson::group));
    object.put("by_followers", each(difference.byFollowers(), DiffJson::group));
    object.put("up", each(difference.up(), this::mover));
    object.put("down", each(difference.down(), this::mover));
    object.put("limits", each(view.checks(), DiffJson::check));
    object.put("fail_on", each(view.failOn(), this::failOn));
    return object;
  }

  private static void counts(Map<String, Object> object, Counts counts) {
    object.put("live", counts.live());
    object.put("shadow", counts.other());
    object.put("compared", counts.both());
    object.put("same", counts.same());
    object.put("mismatch", counts.mismatched());
    object.put("missing", counts.missing());
    object.put("extra", counts.extra());
    object.put("newer", counts.newer());
  }

  private static Map<String, Object> flips(Difference difference) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("to_accepted", difference.flips().accepted());
    object.put("to_rejected", difference.flips().rejected());
    object.put("codes_lost", difference.flips().lost());
    object.put("codes_found", difference.flips().found());
    return object;
  }

  private static void figures(Map<String, Object> object, Figures figures) {
    object.put("scores_live", orNull(figures.live(), DiffJson::distribution));
    object.put("scores_shadow", orNull(figures.other(), DiffJson::distribution));
    object.put("rank_correlation", rounded(figures.rankCorrelation()));
    object.put("psi", rounded(figures.stability()));
    object.put("shift", orNull(figures.shift(), DiffJson::shift));
    object.put("deltas_none", figures.deltas().none());
    object.put("deltas", each(figures.deltas().bins(), DiffJson::delta));
  }

  private static Map<String, Object> distribution(Distribution scores) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("count", scores.count());
    object.put("min", scores.min());
    object.put("p5", scores.p5());
    object.put("p25", scores.p25());
    object.put("p50", scores.p50());
    object.put("p75", scores.p75());
    object.put("p95", scores.p95());
    object.put("max", scores.max());
    object.put("mean", scores.mean());
    object.put("zero_scores", scores.zeroScores());
    object.put("histogram", each(scores.histogram().bins(), DiffJson::bin));
    return object;
  }

  private static Map<String, Object> bin(Histogram.Bin bin) {
    return bin(bin.from(), bin.to(), bin.count());
  }

  private static Map<String, Object> delta(Deltas.Bin bin) {
    return bin(bin.from(), bin.to(), bin.count());
  }

  private static Map<String, Object> bin(int from, int to, long count) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("from", from);
    object.put("to", to);
    object.put("count", count);
    return object;
  }

  private static Map<String, Object> shift(Shift shift) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("count", shift.count());
    object.put("median", shift.median());
    object.put("mean", shift.mean());
    return object;
  }

  private static Map<String, Object> group(Group group) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", group.name().orElse(null));
    object.put("authors", group.authors());
    object.put("flips", group.flips());
    object.put("shift", orNull(group.shift(), DiffJson::shift));
    return object;
  }

  private Map<String, Object> mover(Mover mover) {
    Optional<Movement> term = Optional.ofNullable(view.result().terms().get(mover.id()));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", mover.id());
    object.put("handle", mover.handle().orElse(null));
    object.put("live", mover.live());
    object.put("shadow", mover.other());
    object.put("difference", mover.difference());
    object.put("term", term.map(Movement::term).orElse(null));
    object.put("term_points", term.map(most -> rounded(most.points())).orElse(null));
    return object;
  }

  private static Map<String, Object> check(Check check) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", check.name());
    object.put("limit", check.limit());
    object.put("found", check.found());
    object.put("passed", check.passed());
    return object;
  }

  private Map<String, Object> failOn(FailOn limit) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("limit", limit.text());
    object.put("found", limit.found(view.result().difference()));
    object.put("exceeded", limit.isExceededBy(view.result().difference()));
    return object;
  }

  private static Double rounded(OptionalDouble number) {
    return number.isPresent() ? rounded(number.getAsDouble()) : null;
  }

  /** The last bits of a sum are no information. */
  private static Double rounded(double number) {
    return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static <T> List<Map<String, Object>> each(
      List<T> all, Function<T, Map<String, Object>> object) {
    return all.stream().map(object).toList();
  }

  private static <T> Object orNull(Optional<T> figure, Function<T, Map<String, Object>> object) {
    return figure.map(object).orElse(null);
  }
}
