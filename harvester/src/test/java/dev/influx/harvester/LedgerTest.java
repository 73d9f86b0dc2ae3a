package dev.influx.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.influx.harvester.HarvestProgress.Spent;
import dev.influx.harvester.api.Answer;
import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.api.Page.User;
import dev.influx.harvester.budget.Money;
import dev.influx.harvester.plan.Batch;
import dev.influx.harvester.plan.Beginning;
import dev.influx.harvester.plan.Chance;
import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Roster;
import dev.influx.harvester.plan.Samples;
import dev.influx.harvester.plan.Settlement;
import dev.influx.harvester.plan.Target;
import dev.influx.harvester.schedule.Cadence;
import dev.influx.schemas.Profile;
import dev.influx.schemas.xuser.UserReading;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class LedgerTest {
  private static final Duration REFRESH = Duration.ofHours(24);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Standing standing = new Standing(() -> new Spent(0, Money.ZERO));
  private final Roster roster =
      Roster.of(
          Samples.seeds("ada", "bob"),
          Map.of(),
          new Cadence(REFRESH, REFRESH, Duration.ZERO),
          List.of(),
          Samples.NOW);
  private final Ledger ledger =
      new Ledger(roster, standing, () -> Samples.NOW.plusSeconds(3), meters);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger().addAppender(log);
    standing.begin(Beginning.of(2));
  }

  @AfterEach
  void listenNoMore() {
    logger().detachAppender(log);
  }

  @Test
  void countsWhoIsSettled() {
    ledger.enter(
        settle(
            new Answer.Ok(
                Samples.page(List.of(Samples.user("1", "ada"), Samples.user("2", "bob"))))));

    assertThat(roster.nextDue(Samples.NOW)).isAfter(Samples.NOW);
    assertThat(standing.progress(0, Optional.empty()).count(Ending.FOUND)).isEqualTo(2);
    assertThat(count(Ending.FOUND)).isEqualTo(2);
    assertThat(count(Ending.NOT_FOUND)).isZero();
    assertThat(meters.get("influx.stage.latency").timer().count()).isEqualTo(2);
  }

  @Test
  void hasTheParkedBackSoon() {
    Batch second = new Batch(By.HANDLE, targets(), Chance.SECOND);

    ledger.enter(Settlement.of(second, new Answer.Transient("503"), Samples.NOW));

    assertThat(count(Ending.UNAVAILABLE)).isEqualTo(2);

    Instant soon = Samples.NOW.plus(Duration.ofMinutes(1));
    assertThat(roster.nextDue(Samples.NOW)).isEqualTo(soon);
    assertThat(roster.due(soon)).toIterable().hasSize(2);
  }

  @Test
  void warnsOnceWhenXDropsFields() {
    Batch batch = new Batch(By.HANDLE, targets(), Chance.FIRST);
    for (User user : List.of(withoutMetrics("1", "ada"), withoutMetrics("2", "bob"))) {
      Answer answer = new Answer.Ok(Samples.page(List.of(user)));
      ledger.enter(Settlement.of(batch, answer, Samples.NOW));
    }

    assertThat(log.list).hasSize(1);
    assertThat(log.list.get(0).getFormattedMessage()).contains("public_metrics");
  }

  @Test
  void doesNotWarnWhenOneAuthorHasNone() {
    ledger.enter(
        settle(
            new Answer.Ok(
                Samples.page(List.of(withoutMetrics("1", "ada"), Samples.user("2", "bob"))))));

    assertThat(log.list).isEmpty();
  }

  @Test
  void tellsOfUsersWhomNobodyAskedFor() {
    ledger.enter(settle(new Answer.Ok(Samples.page(List.of(Samples.user("9", "stranger"))))));

    assertThat(log.list)
        .singleElement()
        .satisfies(event -> assertThat(event.getFormattedMessage()).contains("[stranger]"));
  }

  private Settlement settle(Answer answer) {
    return Settlement.of(new Batch(By.HANDLE, targets(), Chance.FIRST), answer, Samples.NOW);
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    roster.due(Samples.NOW).forEachRemaining(targets::add);
    return targets;
  }

  private static User withoutMetrics(String id, String handle) {
    return new User(
        Optional.of(id),
        Optional.of(handle),
        new UserReading.Author(id, Profile.newBuilder().setHandle(handle).build()),
        Samples.raw(id, handle));
  }

  private double count(Ending ending) {
    return meters
        .get("influx.records")
        .tags("stage", "harvest", "outcome", ending.code())
        .counter()
        .count();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(Ledger.class);
  }
}
