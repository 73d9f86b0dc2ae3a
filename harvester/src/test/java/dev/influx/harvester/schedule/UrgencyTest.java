package dev.influx.harvester.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.Domain;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class UrgencyTest {
  private static final Urgency URGENCY =
      new Urgency(
          new EnumMap<>(
              Map.of(
                  Domain.AI_RESEARCH, new DomainNeed(1, 1_000, 900),
                  Domain.EDTECH, new DomainNeed(2, 400, 0),
                  Domain.FINTECH, new DomainNeed(2, 400, 400))));

  private static AuthorFacts facts(
      OptionalLong followers, OptionalDouble change, Domain... domains) {
    return new AuthorFacts(
        "a", Set.of(domains), followers, change, Optional.empty(), Optional.empty());
  }

  private static int level(long followers, double change, Domain... domains) {
    return URGENCY.level(facts(OptionalLong.of(followers), OptionalDouble.of(change), domains));
  }

  private static int rank(Domain... domains) {
    return URGENCY.rank(facts(OptionalLong.empty(), OptionalDouble.empty(), domains));
  }

  @Test
  void newAuthorsComeByPriorityThenByGap() {
    assertThat(rank(Domain.AI_RESEARCH)).isLessThan(rank(Domain.EDTECH));
    assertThat(rank(Domain.EDTECH)).isLessThan(rank(Domain.FINTECH));
    assertThat(rank(Domain.FINTECH)).isLessThan(rank(Domain.CRYPTO_WEB3));
    assertThat(rank()).isEqualTo(Urgency.RANKS - 1);
    assertThat(rank(Domain.CRYPTO_WEB3, Domain.AI_RESEARCH)).isEqualTo(rank(Domain.AI_RESEARCH));
  }

  @Test
  void moreOfAnythingIsWorthMore() {
    assertThat(level(5_000_000, 0)).isGreaterThan(level(50_000, 0));
    assertThat(level(50_000, 0.2)).isGreaterThan(level(50_000, 0.002));
    assertThat(level(50_000, 0, Domain.AI_RESEARCH)).isGreaterThan(level(50_000, 0));
    assertThat(level(50_000, 0, Domain.EDTECH)).isGreaterThan(level(50_000, 0, Domain.FINTECH));
  }

  @Test
  void whatIsNotKnownAddsNothing() {
    assertThat(URGENCY.level(facts(OptionalLong.empty(), OptionalDouble.empty()))).isZero();
    assertThat(level(0, 0)).isZero();
  }

  @Test
  void levelsStayWithinTheirNumber() {
    assertThat(level(Long.MAX_VALUE, Double.MAX_VALUE, Domain.values()))
        .isLessThan(Urgency.LEVELS)
        .isGreaterThan(Urgency.LEVELS - 3);
    Urgency most = new Urgency(Map.of(Domain.EDTECH, new DomainNeed(1, 10, 0)));
    assertThat(most.level(facts(OptionalLong.of(99_000_000), OptionalDouble.of(9), Domain.EDTECH)))
        .isEqualTo(Urgency.LEVELS - 1);
  }

  @Test
  void twoLevelsDoubleTheWorth() {
    assertThat(Urgency.weight(2)).isEqualTo(2 * Urgency.weight(0));
    assertThat(Urgency.weight(1)).isBetween(Urgency.weight(0), Urgency.weight(2));
  }

  @Test
  void aNeedIsCountedInQuartersOfTheTarget() {
    assertThat(new DomainNeed(1, 400, 0).quartersMissing()).isEqualTo(4);
    assertThat(new DomainNeed(1, 400, 399).quartersMissing()).isEqualTo(1);
    assertThat(new DomainNeed(1, 400, 401).quartersMissing()).isZero();
    assertThat(new DomainNeed(1, 0, 0).quartersMissing()).isZero();
    assertThat(new DomainNeed(1, 400, 500).missing()).isZero();
  }
}
