package dev.influx.app.seeds;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.influx.lists.Domain;
import dev.influx.lists.seeds.Seed;
import dev.influx.lists.targets.DomainTargets;
import dev.influx.lists.targets.DomainTargets.Span;
import dev.influx.lists.targets.DomainTargets.Target;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many seeds there are, and accepted authors where they are known, beside how many are wanted.
 *
 * @param domains those whose turn comes first before the others
 * @param all everything together
 * @param withoutDomain accepted authors of no domain, which are in no row but the last; empty where
 *     the accepted ones are not known
 */
public record SeedStatistics(List<Row> domains, Row all, OptionalLong withoutDomain) {

  public SeedStatistics {
    domains = List.copyOf(domains);
  }

  /**
   * The figures of one domain, or of all.
   *
   * @param target empty for all
   * @param accepted empty where it is not known
   */
  public record Row(Optional<Target> target, Span span, long seeds, OptionalLong accepted) {

    /** Seeds as a part of the authors that will do; nothing where none are wanted. */
    public Optional<Double> share() {
      return span.min() == 0 ? Optional.empty() : Optional.of((double) seeds / span.min());
    }

    public OptionalLong missing() {
      return accepted.isPresent()
          ? OptionalLong.of(span.missing(accepted.getAsLong()))
          : OptionalLong.empty();
    }

    public OptionalLong room() {
      return accepted.isPresent()
          ? OptionalLong.of(span.room(accepted.getAsLong()))
          : OptionalLong.empty();
    }
  }

  /**
   * Counts.
   *
   * @param judged of whom the accepted count; empty where nobody knows them
   */
  public static SeedStatistics of(
      DomainTargets targets,
      List<Seed> seeds,
      Optional<? extends Collection<JudgedAuthor>> judged) {
    Map<Domain, Long> ofSeeds =
        seeds.stream()
            .collect(groupingBy(Seed::domain, () -> new EnumMap<>(Domain.class), counting()));
    Optional<List<JudgedAuthor>> accepted =
        judged.map(all -> all.stream().filter(JudgedAuthor::accepted).toList());
    List<Row> rows =
        targets.domains().stream()
            .sorted(Comparator.comparingInt(Target::priority))
            .map(target -> row(target, ofSeeds, accepted))
            .toList();
    Row all = new Row(Optional.empty(), targets.all(), seeds.size(), size(accepted));
    return new SeedStatistics(rows, all, size(accepted.map(SeedStatistics::withoutDomain)));
  }

  private static Row row(
      Target target, Map<Domain, Long> seeds, Optional<List<JudgedAuthor>> accepted) {
    OptionalLong ofDomain = size(accepted.map(authors -> of(target.domain(), authors)));
    long ofSeeds = seeds.getOrDefault(target.domain(), 0L);
    return new Row(Optional.of(target), target.span(), ofSeeds, ofDomain);
  }

  private static List<JudgedAuthor> of(Domain domain, List<JudgedAuthor> authors) {
    return authors.stream().filter(author -> author.domain().equals(Optional.of(domain))).toList();
  }

  private static List<JudgedAuthor> withoutDomain(List<JudgedAuthor> authors) {
    return authors.stream().filter(author -> author.domain().isEmpty()).toList();
  }

  private static OptionalLong size(Optional<List<JudgedAuthor>> authors) {
    return authors.map(all -> OptionalLong.of(all.size())).orElseGet(OptionalLong::empty);
  }
}
