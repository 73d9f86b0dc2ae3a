package dev.influx.app;

import dev.influx.app.report.Appraised.Author;
import dev.influx.app.report.PolicyName;
import dev.influx.app.report.Report;
import dev.influx.app.report.Report.Against;
import dev.influx.app.report.Report.Coverage;
import dev.influx.app.report.Report.Group;
import dev.influx.app.report.Report.Groups;
import dev.influx.app.report.Report.Mover;
import dev.influx.app.report.Report.Ranked;
import dev.influx.app.report.Report.Source;
import dev.influx.app.report.Report.Verdicts;
import dev.influx.schemas.scores.Histogram.Bin;
import dev.influx.scorer.model.Movement;
import dev.influx.scorer.statistics.Distribution;
import dev.influx.scorer.statistics.Distribution.Bands;
import dev.influx.scorer.statistics.Shift;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A report as programs read it: every key is always there, in this order, and null where there is
 * nothing to compute a figure from.
 */
final class ReportJson {
  private static final int DECIMALS = 4;

  private ReportJson() {}

  static Map<String, Object> of(Report report) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("sources", each(report.sources(), ReportJson::source));
    object.put("bad_lines", report.badLines());
    object.put("policies", each(report.policies(), ReportJson::judged));
    object.put("authors", report.verdicts().authors());
    object.put("accepted", report.verdicts().accepted());
    object.put("rejected", rejected(report.verdicts()));
    object.put("scores", orNull(report.scores(), ReportJson::distribution));
    object.put("scores_of_rejected", orNull(report.scoresOfRejected(), ReportJson::distribution));
    groups(object, report.groups(), ReportJson::quartiles);
    object.put("coverage", coverage(report));
    object.put("top", each(report.top(), ReportJson::ranked));
    object.put("bottom", each(report.bottom(), ReportJson::ranked));
    object.put("against", orNull(report.against(), ReportJson::against));
    return object;
  }

  private static Map<String, Object> source(Source source) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", source.name());
    object.put("kind", source.kind().name().toLowerCase(Locale.ROOT));
    object.put("authors", source.authors());
    return object;
  }

  private static Map<String, Object> judged(Report.Judged judged) {
    Map<String, Object> object = policy(judged.policy());
    object.put("authors", judged.authors());
    return object;
  }

  private static Map<String, Object> policy(Optional<PolicyName> policy) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", policy.flatMap(PolicyName::id).orElse(null));
    object.put("sha256", policy.map(PolicyName::sha256).orElse(null));
    return object;
  }

  private static Map<String, Object> rejected(Verdicts verdicts) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("count", verdicts.rejected());
    object.put("by_code", verdicts.codes());
    return object;
  }

  private static Map<String, Object> coverage(Report report) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("profiles", report.profiles());
    Map<String, Object> known = new LinkedHashMap<>();
    for (Coverage each : report.coverage()) {
      known.put(each.fact().code(), each.known());
    }
    object.put("known", known);
    return object;
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
    object.put("bands", bands(scores.bands()));
    object.put("histogram", each(scores.histogram().bins(), ReportJson::bin));
    return object;
  }

  private static Map<String, Object> bands(Bands bands) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("from_50", bands.high());
    object.put("from_30_to_50", bands.middle());
    object.put("under_30", bands.low());
    return object;
  }

  private static Map<String, Object> bin(Bin bin) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("from", bin.from());
    object.put("to", bin.to());
    object.put("count", bin.count());
    return object;
  }

  private static <T> void groups(
      Map<String, Object> object, Groups<T> groups, Function<T, Map<String, Object>> figures) {
    object.put("by_domain", each(groups.byDomain(), group -> group(group, figures)));
    object.put("by_badge", each(groups.byBadge(), group -> group(group, figures)));
  }

  private static <T> Map<String, Object> group(
      Group<T> group, Function<T, Map<String, Object>> figures) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", group.name().orElse(null));
    object.putAll(figures.apply(group.figures()));
    return object;
  }

  private static Map<String, Object> quartiles(Distribution scores) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("count", scores.count());
    object.put("p25", scores.p25());
    object.put("p50", scores.p50());
    object.put("p75", scores.p75());
    return object;
  }

  private static Map<String, Object> ranked(Ranked ranked) {
    Map<String, Object> object = author(ranked.author());
    object.put("score", ranked.score());
    return object;
  }

  private static Map<String, Object> author(Author author) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", author.id());
    object.put("handle", author.handle().orElse(null));
    object.put("domain", author.domain().orElse(null));
    object.put("badge", author.badge().map(badge -> badge.code()).orElse(null));
    return object;
  }

  private static Map<String, Object> against(Against other) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("policy", policy(Optional.of(other.policy())));
    object.put("accepted_by_both", other.agreement().both());
    object.put("accepted_by_this_only", other.agreement().onlyThis());
    object.put("accepted_by_other_only", other.agreement().onlyOther());
    object.put("scores", orNull(other.scores(), ReportJson::distribution));
    object.put("rank_correlation", rounded(other.rankCorrelation()));
    object.put("shift", orNull(other.shift(), ReportJson::shift));
    groups(object, other.groups(), ReportJson::shift);
    object.put("up", each(other.up(), ReportJson::mover));
    object.put("down", each(other.down(), ReportJson::mover));
    return object;
  }

  private static Map<String, Object> shift(Shift shift) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("count", shift.count());
    object.put("median", shift.median());
    object.put("mean", shift.mean());
    return object;
  }

  private static Map<String, Object> mover(Mover mover) {
    Map<String, Object> object = author(mover.author());
    object.put("score", mover.score());
    object.put("other_score", mover.other());
    object.put("difference", mover.difference());
    object.put("term", mover.most().map(Movement::term).orElse(null));
    object.put("term_points", mover.most().map(most -> rounded(most.points())).orElse(null));
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
