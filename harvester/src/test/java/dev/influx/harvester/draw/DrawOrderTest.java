package dev.influx.harvester.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.draw.DrawOrder.Stratum;
import dev.influx.harvester.region.Region;
import dev.influx.harvester.schedule.AuthorFacts;
import dev.influx.harvester.schedule.DomainNeed;
import dev.influx.lists.Domain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DrawOrderTest {
  private static final Map<Domain, DomainNeed> NEEDS =
      Map.of(
          Domain.AI_RESEARCH, new DomainNeed(1, 1_000, 400),
          Domain.EDTECH, new DomainNeed(1, 300, 0),
          Domain.FINTECH, new DomainNeed(3, 300, 0),
          Domain.OPEN_SOURCE, new DomainNeed(1, 50, 50));

  private final DrawOrder order = new DrawOrder(NEEDS);

  private static List<AuthorFacts> authors(Random random, int count) {
    List<AuthorFacts> authors = new ArrayList<>();
    List<Domain> domains = List.copyOf(NEEDS.keySet()).stream().sorted().toList();
    List<Region> regions = Arrays.asList(Region.values());
    for (int i = 0; i < count; i++) {
      boolean unknown = random.nextInt(3) == 0;
      authors.add(
          new AuthorFacts(
              "author" + i,
              Set.of(domains.get(random.nextInt(domains.size()))),
              unknown
                  ? OptionalLong.empty()
                  : OptionalLong.of((long) Math.pow(10, 3 + 4 * random.nextDouble())),
              OptionalDouble.empty(),
              unknown ? Optional.empty() : Optional.of(regions.get(random.nextInt(regions.size()))),
              Optional.empty()));
    }
    return authors;
  }

  @Test
  void drawsEverybodyOnceAndAlwaysInTheSameOrder() {
    List<AuthorFacts> authors = authors(new Random(1), 2_000);

    List<AuthorFacts> drawn = order.of(authors);

    assertThat(drawn).containsExactlyInAnyOrderElementsOf(authors);
    assertThat(order.of(authors)).isEqualTo(drawn);
  }

  @Test
  void domainsThatLackMoreAdvanceFasterAndThoseThatLackNothingComeLast() {
    List<Domain> drawn =
        order.of(authors(new Random(2), 4_000)).stream()
            .map(author -> order.drawnFor(author).orElseThrow())
            .toList();

    List<Domain> first = drawn.subList(0, 1_000);
    assertThat(first.stream().filter(Domain.AI_RESEARCH::equals)).hasSize(600);
    assertThat(first.stream().filter(Domain.EDTECH::equals)).hasSize(300);
    assertThat(first.stream().filter(Domain.FINTECH::equals)).hasSize(100);
    assertThat(drawn.subList(drawn.size() - 900, drawn.size())).containsOnly(Domain.OPEN_SOURCE);
  }

  @Test
  void everyPrefixOfADomainHasItsMixOfStrata() {
    for (long seed = 0; seed < 20; seed++) {
      List<AuthorFacts> drawn = order.of(authors(new Random(seed), 1_500));
      for (Domain domain : NEEDS.keySet()) {
        List<Stratum> strata =
            drawn.stream()
                .filter(author -> order.drawnFor(author).equals(Optional.of(domain)))
                .map(Stratum::of)
                .toList();
        checkMix(strata, seed);
      }
    }
  }

  private static void checkMix(List<Stratum> strata, long seed) {
    Map<Stratum, Integer> all = new HashMap<>();
    strata.forEach(stratum -> all.merge(stratum, 1, Integer::sum));
    Map<Stratum, Integer> drawn = new HashMap<>();
    for (int i = 0; i < strata.size(); i++) {
      drawn.merge(strata.get(i), 1, Integer::sum);
      double part = (i + 1) / (double) strata.size();
      all.forEach(
          (stratum, size) ->
              assertThat(drawn.getOrDefault(stratum, 0) - size * part)
                  .as("%s, seed %d", stratum, seed)
                  .isBetween(-1 - 1e-6, 1 + 1e-6));
    }
  }

  @Test
  void anAuthorOfSeveralDomainsCountsForTheOneThatWantsItMost() {
    AuthorFacts author =
        AuthorFacts.unseen("a", Set.of(Domain.FINTECH, Domain.EDTECH, Domain.CRYPTO_WEB3));

    assertThat(order.drawnFor(author)).contains(Domain.EDTECH);
    assertThat(order.drawnFor(AuthorFacts.unseen("b", Set.of()))).isEmpty();
    assertThat(order.of(List.of(AuthorFacts.unseen("b", Set.of()), author)))
        .extracting(AuthorFacts::key)
        .containsExactly("a", "b");
  }

  @Test
  void bandsAreByFollowers() {
    assertThat(Band.of(OptionalLong.empty())).isEqualTo(Band.UNKNOWN);
    assertThat(Band.of(OptionalLong.of(0))).isEqualTo(Band.UNDER_10K);
    assertThat(Band.of(OptionalLong.of(9_999))).isEqualTo(Band.UNDER_10K);
    assertThat(Band.of(OptionalLong.of(10_000))).isEqualTo(Band.UNDER_100K);
    assertThat(Band.of(OptionalLong.of(999_999))).isEqualTo(Band.UNDER_1M);
    assertThat(Band.of(OptionalLong.of(1_000_000))).isEqualTo(Band.FROM_1M);
  }
}
