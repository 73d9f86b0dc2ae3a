package dev.influx.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.monitor.Objectives.Finding;
import dev.influx.monitor.facts.DeadFacts;
import dev.influx.monitor.facts.PolicyFacts;
import dev.influx.monitor.history.History;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.LagSettings;
import dev.influx.monitor.lag.Look;
import dev.influx.monitor.lag.Partition;
import dev.influx.monitor.sampling.ClusterLook;
import dev.influx.monitor.sampling.GroupLook;
import dev.influx.monitor.sampling.Position;
import dev.influx.runtime.conservation.Conservation;
import dev.influx.runtime.conservation.Conservation.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PipeRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final PipeRules rules = new PipeRules(NOW);

  @Test
  void aRecordWithoutAResultIsNamed() {
    assertThat(rules.gap(account(10, 5, 0))).isEmpty();
    assertThat(lines(rules.gap(account(10, 5, 2))))
        .containsExactly("gap: 2 raw records have come to no result, the first at raw-3@17");
  }

  @Test
  void onlyFreshLettersAreFound() {
    DeadFacts dead =
        new DeadFacts(
            9,
            List.of(
                new DeadFacts.Reason("failed", 5, NOW.minusSeconds(60), NOW.minusSeconds(9_000)),
                new DeadFacts.Reason("no_key", 4, NOW.minusSeconds(901), NOW.minusSeconds(9_000))));

    assertThat(lines(rules.letters(dead)))
        .containsExactly("letters: 5 dead letters of failed, the last at 2026-03-01T11:59:00Z");
  }

  @Test
  void anotherShareThatIsRejectedIsFound() {
    assertThat(lines(rules.rejections(account(800, 200, 0), account(860, 240, 0))))
        .containsExactly("rejections: 40 % of what was just judged is rejected, and 20 % before");
    assertThat(rules.rejections(account(800, 200, 0), account(870, 229, 0))).isEmpty();
  }

  @Test
  void ofFewNobodyCanTell() {
    assertThat(rules.rejections(account(800, 200, 0), account(800, 299, 0))).isEmpty();
    assertThat(rules.rejections(account(50, 0, 0), account(50, 500, 0))).isEmpty();
  }

  @Test
  void aListThatIsWithheldOrOldIsFound() {
    assertThat(rules.snapshot(sink(Duration.ofMinutes(9)), Optional.empty())).isEmpty();
    assertThat(lines(rules.snapshot(sink(Duration.ofMinutes(11)), Optional.empty())))
        .containsExactly("snapshot: there are changes that were not published for 660 s");
    assertThat(lines(rules.snapshot(sink(Duration.ZERO), Optional.of("too few"))))
        .containsExactly("snapshot: the next list is withheld: too few");
  }

  @Test
  void whoeverHadTimeToFollowHasToJudgeByTheActivePolicy() {
    assertThat(rules.policy(policy(2, Duration.ofMinutes(9)))).isEmpty();
    assertThat(rules.policy(policy(0, Duration.ofMinutes(11)))).isEmpty();
    assertThat(lines(rules.policy(policy(2, Duration.ofMinutes(11)))))
        .containsExactly("policy: 2 scorers do not judge by the active policy");
  }

  @Test
  void aReplayThatRunsHasToHaveSomebodyWhoWorksOnIt() {
    assertThat(lines(rules.replay("m2-2", group("g", 0, NOW, 50))))
        .containsExactly("replay: m2-2 is said to run, and nobody works on it");
    assertThat(rules.replay("m2-2", group("g", 1, NOW, 50))).isEmpty();
  }

  @Test
  void aMonitorHasToSeeTheCluster() {
    assertThat(rules.collector(Optional.of(NOW.minusSeconds(59)))).isEmpty();
    assertThat(lines(rules.collector(Optional.of(NOW.minusSeconds(61)))))
        .containsExactly(
            "collector: the monitor has not seen the cluster since 2026-03-01T11:58:59Z");
    assertThat(lines(rules.collector(Optional.empty())))
        .containsExactly("collector: the monitor has never seen the cluster");
  }

  private static List<String> lines(List<Finding> findings) {
    return findings.stream().map(it -> it.rule() + ": " + it.what()).toList();
  }

  private static Conservation account(long accepted, long rejected, long gap) {
    Optional<Place> first = gap == 0 ? Optional.empty() : Optional.of(new Place("raw", 3, 17));
    return new Conservation(
        new TreeMap<>(),
        accepted + rejected + gap,
        accepted,
        rejected,
        0,
        0,
        0,
        gap,
        first,
        List.of());
  }

  private static PolicyFacts policy(int mismatched, Duration since) {
    PolicyFacts.Active active =
        new PolicyFacts.Active(
            "m2@2", "00", Optional.of(NOW.minus(since)), Optional.empty(), Optional.empty());
    return new PolicyFacts(
        Optional.of(active),
        Optional.empty(),
        false,
        OptionalDouble.empty(),
        0,
        0,
        mismatched,
        false);
  }

  private static GroupLag sink(Duration late) {
    return group("sink", 1, NOW.minus(late), 10);
  }

  /** Of a group that has read half of what is there, the last of it of this event time. */
  private static Set<String> ids(int members) {
    return IntStream.range(0, members).mapToObj(Integer::toString).collect(Collectors.toSet());
  }

  private static GroupLag group(String name, int members, Instant eventTime, long committed) {
    Position position =
        new Position(
            new Partition("t", 0),
            new Look(NOW, 0, 100, OptionalLong.of(committed), Optional.of(eventTime)),
            Optional.empty(),
            false,
            Optional.empty());
    GroupLook look =
        new GroupLook(name, "classic", "stable", Optional.of(ids(members)), List.of(position));
    LagBook book = new LagBook(LagSettings.usual(), group -> false, new History());
    return book.take(new ClusterLook(NOW, List.of(look), Map.of(), true, List.of()))
        .groups()
        .get(0);
  }
}
