package dev.influx.harvester.draw;

import dev.influx.harvester.region.Region;
import dev.influx.harvester.schedule.AuthorFacts;
import dev.influx.harvester.schedule.DomainNeed;
import dev.influx.lists.Domain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts authors in the order in which they are drawn. Domains advance by what they lack, divided by
 * their priority; those that lack nothing come last. Within a domain every stratum of followers and
 * region advances by its size. After any number of draws each domain is less than one author away
 * from its share, and each stratum less than two. The order depends on nothing but what is given.
 */
public final class DrawOrder {
  private final Map<Domain, DomainNeed> needs;

  /**
   * The order under the needs given.
   *
   * @param needs of the domains that have any
   */
  public DrawOrder(Map<Domain, DomainNeed> needs) {
    this.needs = new EnumMap<>(Domain.class);
    this.needs.putAll(needs);
  }

  /**
   * Authors who are alike within a domain.
   *
   * @param region nothing where it is not known
   */
  public record Stratum(Band band, Optional<Region> region) implements Comparable<Stratum> {
    private static final Comparator<Stratum> ORDER =
        Comparator.comparing(Stratum::band)
            .thenComparing(stratum -> stratum.region().map(Region::code).orElse(""));

    public static Stratum of(AuthorFacts author) {
      return new Stratum(Band.of(author.followers()), author.region());
    }

    @Override
    public int compareTo(Stratum other) {
      return ORDER.compare(this, other);
    }
  }

  /** All of them; those of the same domain and stratum stay in the order given. */
  public List<AuthorFacts> of(Collection<AuthorFacts> authors) {
    Map<Optional<Domain>, List<AuthorFacts>> byDomain =
        new TreeMap<>(Comparator.comparing(domain -> domain.map(Domain::id).orElse("")));
    for (AuthorFacts author : authors) {
      byDomain.computeIfAbsent(drawnFor(author), domain -> new ArrayList<>()).add(author);
    }
    List<List<AuthorFacts>> wanted = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    List<List<AuthorFacts>> others = new ArrayList<>();
    byDomain.forEach(
        (domain, members) -> {
          double weight = domain.map(this::weight).orElse(0.0);
          (weight > 0 ? wanted : others).add(stratified(members));
          if (weight > 0) {
            weights.add(weight);
          }
        });
    List<AuthorFacts> order = new ArrayList<>(interleave(wanted, weights));
    order.addAll(bySize(others));
    return order;
  }

  /** The domain an author counts for: of several the one that wants it most. */
  public Optional<Domain> drawnFor(AuthorFacts author) {
    return author.domains().stream()
        .max(Comparator.comparingDouble(this::weight).thenComparing(Comparator.reverseOrder()));
  }

  /** The part of the draws that goes to a domain, in proportion to those of the others. */
  public double weight(Domain domain) {
    DomainNeed need = needs.get(domain);
    return need == null ? 0 : (double) need.missing() / need.priority();
  }

  private static List<AuthorFacts> stratified(List<AuthorFacts> members) {
    Map<Stratum, List<AuthorFacts>> strata = new TreeMap<>();
    for (AuthorFacts author : members) {
      strata.computeIfAbsent(Stratum.of(author), stratum -> new ArrayList<>()).add(author);
    }
    return bySize(List.copyOf(strata.values()));
  }

  private static List<AuthorFacts> bySize(List<List<AuthorFacts>> lists) {
    return interleave(lists, lists.stream().map(list -> (double) list.size()).toList());
  }

  private static List<AuthorFacts> interleave(List<List<AuthorFacts>> lists, List<Double> weights) {
    return Interleaving.of(lists, weights.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
