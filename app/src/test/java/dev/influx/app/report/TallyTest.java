package dev.influx.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.influx.app.report.Appraised.Author;
import dev.influx.app.report.Appraised.Mark;
import dev.influx.app.report.Appraised.Opinion;
import dev.influx.app.report.Report.Agreement;
import dev.influx.app.report.Report.Coverage;
import dev.influx.app.report.Report.Group;
import dev.influx.app.report.Report.Judged;
import dev.influx.app.report.Report.Mover;
import dev.influx.app.report.Report.Ranked;
import dev.influx.app.report.Report.Source;
import dev.influx.schemas.xuser.Badge;
import dev.influx.scorer.statistics.Shift;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final PolicyName ONE = new PolicyName(Optional.of("one"), "1".repeat(64));
  private static final PolicyName OTHER = new PolicyName(Optional.of("other"), "2".repeat(64));

  @Test
  void ofNobodyThereAreNoFigures() {
    Report report = new Tally(10, Optional.of(OTHER)).report();

    assertThat(report.verdicts().authors()).isZero();
    assertThat(report.scores()).isEmpty();
    assertThat(report.groups().byDomain()).isEmpty();
    assertThat(report.coverage()).hasSize(Fact.values().length).allMatch(fact -> fact.known() == 0);
    assertThat(report.against().orElseThrow().rankCorrelation()).isEmpty();
    assertThat(report.against().orElseThrow().shift()).isEmpty();
  }

  @Test
  void onlyTheScoresOfTheAcceptedCount() {
    Tally tally = new Tally(10, Optional.empty());
    tally.add(author("1", accepted(40)));
    tally.add(author("2", rejected(9, "below_entry_threshold", "unavailable_protected")));
    tally.add(author("3", rejected(0, "below_entry_threshold")));

    Report report = tally.report();

    assertThat(report.scores().orElseThrow().count()).isEqualTo(1);
    assertThat(report.scores().orElseThrow().zeroScores()).isZero();
    assertThat(report.scoresOfRejected().orElseThrow().zeroScores()).isEqualTo(1);
    assertThat(report.verdicts().accepted()).isEqualTo(1);
    assertThat(report.verdicts().codes())
        .isEqualTo(Map.of("below_entry_threshold", 2L, "unavailable_protected", 1L));
    assertThat(report.policies()).containsExactly(new Judged(Optional.of(ONE), 3));
    assertThat(report.top()).extracting(ranked -> ranked.author().id()).containsExactly("1");
  }

  @Test
  void groupsAreInOrderAndThoseWithoutADomainLast() {
    Tally tally = new Tally(10, Optional.empty());
    tally.add(in(Optional.of("fintech"), Badge.BLUE, accepted(30)));
    tally.add(in(Optional.empty(), Badge.NONE, accepted(20)));
    tally.add(in(Optional.of("ai_research"), Badge.BLUE, accepted(10)));

    Report report = tally.report();

    assertThat(report.groups().byDomain())
        .extracting(Group::name)
        .containsExactly(Optional.of("ai_research"), Optional.of("fintech"), Optional.empty());
    assertThat(report.groups().byBadge())
        .extracting(group -> group.name().orElse(""), group -> group.figures().p50())
        .containsExactly(tuple("blue", 10.0), tuple("none", 20.0));
  }

  @Test
  void theBestAreRankedAsTheListIs() {
    Tally tally = new Tally(2, Optional.empty());
    tally.add(followed("1", "zed", 500L, new Mark(50.04, 50.0)));
    tally.add(followed("2", "amy", 500L, new Mark(50.04, 50.0)));
    tally.add(followed("3", "few", 499L, new Mark(50.04, 50.0)));
    tally.add(followed("4", "low", 900L, new Mark(49.96, 50.0)));

    Report report = tally.report();

    assertThat(report.top()).extracting(TallyTest::id).containsExactly("2", "1");
    assertThat(report.bottom()).extracting(TallyTest::id).containsExactly("4", "3");
  }

  @Test
  void whatIsKnownIsCountedOfThoseWhoseProfileWasSeen() {
    Tally tally = new Tally(10, Optional.empty());
    tally.add(author("1", accepted(40)));
    tally.add(
        new Appraised(
            someone("2"),
            Optional.empty(),
            rejected(0, "gone"),
            Optional.empty(),
            Optional.empty()));

    Report report = tally.report();

    assertThat(report.profiles()).isEqualTo(1);
    assertThat(report.coverage()).contains(new Coverage(Fact.BIO, 1), new Coverage(Fact.MEDIA, 0));
  }

  @Test
  void whatWasReadIsCountedApart() {
    Tally tally = new Tally(10, Optional.empty());
    tally.add(author("1", accepted(40)));
    tally.read("a.jsonl", Source.Kind.USERS);
    tally.bad();
    tally.add(author("2", accepted(40)));
    tally.add(author("3", accepted(40)));
    tally.read("b.jsonl", Source.Kind.PUBLISHED);

    assertThat(tally.report().sources())
        .containsExactly(
            new Source("a.jsonl", Source.Kind.USERS, 1),
            new Source("b.jsonl", Source.Kind.PUBLISHED, 2));
    assertThat(tally.report().badLines()).isEqualTo(1);
  }

  @Test
  void scoresAreComparedOfThoseWhomBothPoliciesAccept() {
    Tally tally = new Tally(10, Optional.of(OTHER));
    tally.add(compared("1", accepted(40), accepted(50.1)));
    tally.add(compared("2", accepted(60), accepted(55)));
    tally.add(compared("3", accepted(70), accepted(70)));
    tally.add(compared("4", accepted(99), rejected(1, "gate")));
    tally.add(compared("5", rejected(1, "gate"), accepted(99)));
    tally.add(compared("6", rejected(1, "gate"), rejected(1, "gate")));

    Report.Against against = tally.report().against().orElseThrow();

    assertThat(against.agreement()).isEqualTo(new Agreement(3, 1, 1));
    assertThat(against.shift()).contains(new Shift(3, 0, 1.7));
    assertThat(against.scores().orElseThrow().max()).isEqualTo(99);
    assertThat(against.rankCorrelation()).hasValue(1);
    assertThat(against.up())
        .extracting(Mover::score, Mover::other, Mover::difference)
        .containsExactly(tuple(40.0, 50.1, 10.1));
    assertThat(against.down()).extracting(mover -> mover.author().id()).containsExactly("2");
  }

  @Test
  void onlyTheGreatestMoversAreNamedTheGreatestFirst() {
    Tally tally = new Tally(2, Optional.of(OTHER));
    for (int i = 0; i < 20; i++) {
      tally.add(compared(Integer.toString(i), accepted(50), accepted(40 + i)));
    }

    Report.Against against = tally.report().against().orElseThrow();

    assertThat(against.up()).extracting(Mover::difference).containsExactly(9.0, 8.0);
    assertThat(against.down()).extracting(Mover::difference).containsExactly(-10.0, -9.0);
  }

  private static String id(Ranked ranked) {
    return ranked.author().id();
  }

  private static Appraised author(String id, Opinion opinion) {
    return appraised(someone(id), opinion, Optional.empty());
  }

  private static Appraised compared(String id, Opinion opinion, Opinion other) {
    return appraised(someone(id), opinion, Optional.of(other));
  }

  private static Appraised followed(String id, String handle, long followers, Mark mark) {
    Author author =
        new Author(
            id, Optional.of(handle), Optional.empty(), Optional.empty(), Optional.of(followers));
    return appraised(author, opinion(ONE, List.of(), mark), Optional.empty());
  }

  private static Appraised in(Optional<String> domain, Badge badge, Opinion opinion) {
    Author author = new Author("1", Optional.of("a"), domain, Optional.of(badge), Optional.empty());
    return appraised(author, opinion, Optional.empty());
  }

  private static Appraised appraised(Author author, Opinion opinion, Optional<Opinion> other) {
    return new Appraised(
        author, Optional.of(EnumSet.of(Fact.BIO)), opinion, other, Optional.empty());
  }

  private static Author someone(String id) {
    return new Author(
        id, Optional.of("a" + id), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Opinion accepted(double score) {
    return opinion(ONE, List.of(), new Mark(score, score));
  }

  private static Opinion rejected(double score, String... codes) {
    return opinion(ONE, List.of(codes), new Mark(score, score));
  }

  private static Opinion opinion(PolicyName policy, List<String> codes, Mark mark) {
    return new Opinion(Optional.of(policy), codes, Optional.of(mark));
  }
}
