package dev.influx.app.report;

import dev.influx.app.report.Appraised.Author;
import dev.influx.app.report.Appraised.Mark;
import dev.influx.app.report.Appraised.Opinion;
import dev.influx.app.report.Report.Coverage;
import dev.influx.app.report.Report.Judged;
import dev.influx.app.report.Report.Ranked;
import dev.influx.app.report.Report.Source;
import dev.influx.app.report.Report.Verdicts;
import dev.influx.scorer.statistics.Distribution;
import dev.influx.scorer.statistics.Extremes;
import dev.influx.scorer.statistics.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds authors up to a report, and holds no more than a few numbers of each. */
public final class Tally {
  private static final Comparator<Best> BEST_FIRST =
      Comparator.comparing((Best each) -> each.mark.exact())
          .reversed()
          .thenComparing(Best::author, Order.OF_AUTHORS);

  private final List<Source> sources = new ArrayList<>();
  private final Map<Optional<PolicyName>, Long> policies = new LinkedHashMap<>();
  private final SortedMap<String, Long> codes = new TreeMap<>();
  private final Scores accepted = new Scores();
  private final Scores rejected = new Scores();
  private final Grouping groups = new Grouping();
  private final Map<Fact, Long> facts = new EnumMap<>(Fact.class);
  private final Extremes<Best> top;
  private final Extremes<Best> bottom;
  private final Optional<Difference> difference;
  private long authors;
  private long authorsBefore;
  private long rejections;
  private long profiles;
  private long bad;

  /**
   * Begins with nobody.
   *
   * @param few how many of the first and the last are named
   * @param against what the authors are compared with, if with anything
   */
  public Tally(int few, Optional<PolicyName> against) {
    this.top = new Extremes<>(few, BEST_FIRST);
    this.bottom = new Extremes<>(few, BEST_FIRST.reversed());
    this.difference = against.map(policy -> new Difference(policy, few));
  }

  public void add(Appraised author) {
    Opinion opinion = author.opinion();
    authors++;
    policies.merge(opinion.policy(), 1L, Long::sum);
    author.known().ifPresent(this::cover);
    if (opinion.accepts()) {
      opinion.mark().ifPresent(mark -> accept(author.author(), mark));
    } else {
      reject(opinion);
    }
    difference.ifPresent(other -> other.add(author));
  }

  /** Something that could not be read. */
  public void bad() {
    bad++;
  }

  /** All that was added since the last call came from there. */
  public void read(String name, Source.Kind kind) {
    sources.add(new Source(name, kind, authors - authorsBefore));
    authorsBefore = authors;
  }

  private void cover(Iterable<Fact> known) {
    profiles++;
    known.forEach(fact -> facts.merge(fact, 1L, Long::sum));
  }

  private void accept(Author author, Mark mark) {
    accepted.add(mark.rounded());
    groups.add(author, mark.rounded());
    top.add(new Best(author, mark));
    bottom.add(new Best(author, mark));
  }

  private void reject(Opinion opinion) {
    rejections++;
    opinion.codes().forEach(code -> codes.merge(code, 1L, Long::sum));
    opinion.mark().ifPresent(mark -> rejected.add(mark.rounded()));
  }

  public Report report() {
    return new Report(
        List.copyOf(sources),
        bad,
        policies.entrySet().stream()
            .map(each -> new Judged(each.getKey(), each.getValue()))
            .toList(),
        new Verdicts(authors - rejections, rejections, codes),
        Distribution.of(accepted),
        Distribution.of(rejected),
        groups.figures(Distribution::of),
        profiles,
        Arrays.stream(Fact.values())
            .map(fact -> new Coverage(fact, facts.getOrDefault(fact, 0L)))
            .toList(),
        ranked(top),
        ranked(bottom),
        difference.map(Difference::figures));
  }

  private static List<Ranked> ranked(Extremes<Best> some) {
    return some.inOrder().stream()
        .map(each -> new Ranked(each.author, each.mark.rounded()))
        .toList();
  }

  private record Best(Author author, Mark mark) {}
}
