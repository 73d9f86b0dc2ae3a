package dev.influx.harvester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.influx.harvester.api.Answer;
import dev.influx.harvester.api.ApiSettings;
import dev.influx.harvester.api.Lookup;
import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.api.Page.User;
import dev.influx.harvester.api.UnableToAskException;
import dev.influx.harvester.journal.Journal;
import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Roster;
import dev.influx.harvester.plan.Samples;
import dev.influx.harvester.plan.Settled;
import dev.influx.lists.seeds.Seed;
import dev.influx.runtime.Explained;
import dev.influx.runtime.Health;
import dev.influx.runtime.Secret;
import dev.influx.runtime.compliance.ForgottenAuthors;
import dev.influx.runtime.compliance.ForgottenWatch;
import dev.influx.runtime.compliance.HandleHash;
import dev.influx.schemas.ComplianceAction;
import dev.influx.schemas.ComplianceRequest;
import dev.influx.schemas.SourceKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run against an API and a publisher that are only played. */
@Timeout(60)
final class HarvestRunTest {
  private static final HarvesterSettings ONCE =
      HarvesterSettings.of(
              ApiSettings.of(URI.create("https://api.x.com"), Secret.of("canary"), "here"),
              SourceKind.SIMULATOR)
          .onlyOnce();
  private static final HarvesterSettings OFTEN =
      HarvesterSettings.of(ONCE.api(), ONCE.kind()).withRefresh(Duration.ofMillis(20));

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TestingPublisher publisher = new TestingPublisher();
  private ForgottenAuthors forgotten = ForgottenAuthors.none();

  @Test
  void settlesEverybodyOnceAndEnds() throws InterruptedException {
    TestingXApi api = new TestingXApi((lookup, number) -> everybody(lookup));
    List<Seed> seeds = manySeeds(250);

    try (RunningHarvester harvester = start(ONCE, api, seeds)) {
      HarvestProgress progress = harvester.awaitEnd();

      assertThat(progress.requested()).isEqualTo(250);
      assertThat(progress.count(Ending.FOUND)).isEqualTo(250);
      assertThat(progress.pending()).isZero();
      assertThat(progress.requests()).isEqualTo(3);
      assertThat(progress.firstRoundComplete()).isTrue();
      assertThat(handlesOf(publisher.published()))
          .containsExactlyInAnyOrderElementsOf(seeds.stream().map(Seed::handle).toList());
      assertThat(harvester.health().state()).isEqualTo(Health.State.READY);
    }
    assertThat(api.isClosed()).isTrue();
    assertThat(publisher.isClosed()).isTrue();
    assertThat(counted(Ending.FOUND)).isEqualTo(250);
  }

  @Test
  void asksByIdFromTheSecondRoundOn() throws InterruptedException {
    TestingXApi api = new TestingXApi((lookup, number) -> everybody(lookup));

    try (RunningHarvester harvester = start(OFTEN, api, seeds("ada", "bob"))) {
      harvester.awaitRound(2);

      assertThat(api.asked().get(0)).isEqualTo(new Lookup(By.HANDLE, List.of("ada", "bob")));
      assertThat(api.asked().get(1).by()).isEqualTo(By.ID);
      assertThat(api.asked().get(1).keys()).isSubsetOf(idOf("ada"), idOf("bob"));
    }
  }

  @Test
  void asksOnceMoreForThoseOfWhomXSaidNothing() throws InterruptedException {
    TestingXApi api =
        new TestingXApi(
            (lookup, number) ->
                new Answer.Ok(
                    Samples.page(
                        usersOf(lookup).stream()
                            .filter(user -> !user.handle().orElseThrow().startsWith("ghost"))
                            .toList(),
                        Samples.notFound("nobody"))));

    try (RunningHarvester harvester =
        start(ONCE.withBatchSize(2), api, seeds("ada", "ghost1", "bob", "ghost2", "cid"))) {
      HarvestProgress progress = harvester.awaitEnd();

      assertThat(progress.count(Ending.FOUND)).isEqualTo(3);
      assertThat(progress.count(Ending.UNACCOUNTED)).isEqualTo(2);
      assertThat(api.asked()).as("three batches, one for both ghosts, one for each").hasSize(6);
      assertThat(api.asked().get(3).keys()).containsExactlyInAnyOrder("ghost1", "ghost2");
      assertThat(api.asked().subList(4, 6)).allMatch(Lookup::alone);
    }
  }

  @Test
  void findsTheBadKeyAndLosesNobodyElse() throws InterruptedException {
    TestingXApi api =
        new TestingXApi(
            (lookup, number) ->
                lookup.keys().contains("user_42")
                    ? new Answer.Poison(List.of(), "invalid")
                    : everybody(lookup));

    try (RunningHarvester harvester = start(ONCE, api, manySeeds(100))) {
      HarvestProgress progress = harvester.awaitEnd();

      assertThat(progress.count(Ending.FOUND)).isEqualTo(99);
      assertThat(progress.count(Ending.INVALID)).isEqualTo(1);
    }
  }

  @Test
  void neverSendsAHandleThatXWouldRefuse() throws InterruptedException {
    TestingXApi api = new TestingXApi((lookup, number) -> everybody(lookup));

    try (RunningHarvester harvester = start(ONCE, api, seeds("ada", "not-a-handle"))) {
      HarvestProgress progress = harvester.awaitEnd();

      assertThat(progress.count(Ending.INVALID)).isEqualTo(1);
      assertThat(api.asked()).containsExactly(new Lookup(By.HANDLE, List.of("ada")));
    }
  }

  @Test
  void neverAsksForWhoIsForgottenAndDropsWhoAnAnswerBrings() throws InterruptedException {
    forgotten = ForgottenAuthors.of(List.of(request(idOf("gone"), "Was_Here"), request("7", "x")));
    TestingXApi api = new TestingXApi((lookup, number) -> everybody(lookup));

    try (RunningHarvester harvester = start(ONCE, api, seeds("ada", "was_here", "gone"))) {
      HarvestProgress progress = harvester.awaitEnd();

      assertThat(progress.count(Ending.FOUND)).isEqualTo(1);
      assertThat(progress.count(Ending.INVALID)).isEqualTo(2);
      assertThat(progress.pending()).isZero();
      assertThat(api.asked()).containsExactly(new Lookup(By.HANDLE, List.of("ada", "gone")));
    }
    List<Settled> nameless =
        publisher.published().stream().filter(each -> each.ending() == Ending.INVALID).toList();
    assertThat(nameless)
        .hasSize(2)
        .allMatch(each -> each.target().forgotten())
        .allMatch(each -> each.sighting().isEmpty() && each.evidence().isEmpty())
        .extracting(each -> each.detail().orElseThrow())
        .containsOnly("forgotten on request");
  }

  private static ComplianceRequest request(String id, String handle) {
    return ComplianceRequest.newBuilder()
        .setId(id)
        .setAction(ComplianceAction.FORGET)
        .setRequestedAt(Samples.NOW)
        .setDeadline(Samples.NOW)
        .setHandleSha256(HandleHash.of(handle))
        .build();
  }

  @Test
  void takesUpAParkedBatchAgain() throws InterruptedException {
    TestingXApi api =
        new TestingXApi(
            (lookup, number) -> number <= 2 ? new Answer.Transient("503") : everybody(lookup));

    try (RunningHarvester harvester = start(OFTEN, api, seeds("ada"))) {
      HarvestProgress first = harvester.awaitRound(1);
      assertThat(first.count(Ending.UNAVAILABLE)).isEqualTo(1);
      assertThat(first.allReached()).isFalse();
      HarvestProgress second = harvester.awaitRound(2);
      assertThat(second.count(Ending.FOUND)).isEqualTo(1);
      assertThat(second.allReached()).isTrue();
    }
    assertThat(publisher.published().subList(0, 2))
        .extracting(Settled::ending)
        .containsExactly(Ending.UNAVAILABLE, Ending.FOUND);
  }

  @Test
  void stopsWithWhatToDoWhenXWillAnswerNoMore() {
    Answer.Stop stop =
        new Answer.Stop(Answer.Stop.Kind.AUTH, "X does not accept it", "401", "get another");
    TestingXApi api = new TestingXApi((lookup, number) -> stop);

    try (RunningHarvester harvester = start(OFTEN, api, manySeeds(1_000))) {
      assertThatExceptionOfType(UnableToAskException.class)
          .isThrownBy(() -> harvester.awaitRound(1))
          .satisfies(e -> assertThat(e.kind()).isEqualTo(Answer.Stop.Kind.AUTH))
          .satisfies(e -> assertThat(e.remedy()).isEqualTo("get another"));
      assertThat(harvester.health()).isEqualTo(Health.failed("X does not accept it: 401"));
      assertThat(api.asked()).as("only what was under way").hasSizeLessThanOrEqualTo(3);
      assertThat(publisher.isClosed()).isTrue();
    }
  }

  @Test
  void failsLoudlyWhenPublishingFails() {
    publisher.failWith(new Explained("cannot be published", "too large", "raise it", null));
    TestingXApi api = new TestingXApi((lookup, number) -> everybody(lookup));

    try (RunningHarvester harvester = start(OFTEN, api, seeds("ada"))) {
      assertThatExceptionOfType(Explained.class)
          .isThrownBy(harvester::awaitEnd)
          .satisfies(e -> assertThat(e.why()).isEqualTo("too large"));
      assertThat(harvester.progress().count(Ending.FOUND)).isZero();
    }
  }

  @Test
  void explainsEvenWhatNobodyExpected() {
    TestingXApi api =
        new TestingXApi(
            (lookup, number) -> {
              throw new IllegalStateException("a bug");
            });

    try (RunningHarvester harvester = start(OFTEN, api, seeds("ada"))) {
      assertThatExceptionOfType(Explained.class)
          .isThrownBy(harvester::awaitEnd)
          .satisfies(e -> assertThat(e.why()).contains("a bug"));
    }
  }

  @Test
  void asksForNothingWhileNothingCanBePublished() throws InterruptedException {
    publisher.hold();
    TestingXApi api = new TestingXApi((lookup, number) -> everybody(lookup));

    try (RunningHarvester harvester = start(ONCE.withBatchSize(1), api, manySeeds(20))) {
      await().until(() -> api.asked().size() >= 2);
      await().during(Duration.ofMillis(200)).until(() -> api.asked().size() <= 3);
      assertThat(harvester.health().state()).isEqualTo(Health.State.BUSY);
      assertThat(harvester.progress().count(Ending.FOUND)).as("not published yet").isZero();

      publisher.letGo();

      assertThat(harvester.awaitEnd().count(Ending.FOUND)).isEqualTo(20);
    }
  }

  @Test
  void letsARequestThatIsUnderWayFinishWhenItIsClosed() {
    CountDownLatch underWay = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    TestingXApi api =
        new TestingXApi(
            (lookup, number) -> {
              underWay.countDown();
              closing.await();
              return everybody(lookup);
            });
    RunningHarvester harvester = start(ONCE.withBatchSize(1).withParallel(1), api, manySeeds(9));
    awaitLatch(underWay);

    Thread closer = new Thread(harvester::close);
    closer.start();
    await().until(() -> closer.getState() == Thread.State.TIMED_WAITING);
    closing.countDown();

    await().until(() -> !closer.isAlive());
    assertThat(api.asked()).as("no new request").hasSize(1);
    assertThat(publisher.published()).as("but what came of the first").hasSize(1);
    assertThat(harvester.progress().count(Ending.FOUND)).isEqualTo(1);
    assertThat(publisher.isClosed()).isTrue();
    assertThatExceptionOfType(CancellationException.class).isThrownBy(harvester::awaitEnd);
  }

  @Test
  void endsARequestThatDoesNotFinishWhenItIsClosed() {
    CountDownLatch underWay = new CountDownLatch(1);
    AtomicInteger interrupted = new AtomicInteger();
    TestingXApi api =
        new TestingXApi(
            (lookup, number) -> {
              underWay.countDown();
              try {
                new CountDownLatch(1).await();
                return everybody(lookup);
              } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                throw e;
              }
            });
    RunningHarvester harvester = start(ONCE, api, seeds("ada"));
    awaitLatch(underWay);

    harvester.close();

    assertThat(interrupted).hasValue(1);
    assertThat(publisher.published()).isEmpty();
    assertThat(api.isClosed()).isTrue();
  }

  @Test
  void closesBetweenRoundsAndTwice() throws InterruptedException {
    TestingXApi api = new TestingXApi((lookup, number) -> everybody(lookup));
    RunningHarvester harvester = start(OFTEN.withRefresh(Duration.ofDays(1)), api, seeds("ada"));
    harvester.awaitRound(1);

    harvester.close();
    harvester.close();

    assertThat(publisher.isClosed()).isTrue();
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> harvester.awaitRound(2));
  }

  private RunningHarvester start(HarvesterSettings settings, TestingXApi api, List<Seed> seeds) {
    return HarvestRun.start(
        settings,
        Roster.of(seeds, Map.of(), settings.cadence(), List.of(), Instant.now()),
        new Throttle(
            settings.bounds(), settings.budget(), settings.prices(), InstantSource.system()),
        new HarvestRun.Outside(api, publisher, Journal.NONE, ForgottenWatch.of(forgotten)),
        meters);
  }

  private double counted(Ending ending) {
    return meters
        .get("influx.records")
        .tags("stage", "harvest", "outcome", ending.code())
        .counter()
        .count();
  }

  private static List<String> handlesOf(List<Settled> settled) {
    return settled.stream().flatMap(each -> each.target().handle().stream()).toList();
  }

  private static List<Seed> seeds(String... handles) {
    return Arrays.stream(handles).map(Samples::seed).toList();
  }

  private static List<Seed> manySeeds(int count) {
    return IntStream.range(0, count).mapToObj(i -> Samples.seed("user_" + i)).toList();
  }

  private static Answer everybody(Lookup lookup) {
    return new Answer.Ok(Samples.page(usersOf(lookup)));
  }

  private static List<User> usersOf(Lookup lookup) {
    List<User> users = new ArrayList<>();
    for (String key : lookup.keys()) {
      users.add(lookup.by() == By.ID ? Samples.user(key, "by_id") : Samples.user(idOf(key), key));
    }
    return users;
  }

  /** Ids that differ wherever handles do. */
  private static String idOf(String handle) {
    long hash = 7;
    for (char c : handle.toLowerCase(Locale.ROOT).toCharArray()) {
      hash = hash * 131 + c;
    }
    return Long.toUnsignedString(hash & 0xFFFF_FFFF_FFFFL);
  }

  private static void awaitLatch(CountDownLatch latch) {
    await().until(() -> latch.getCount() == 0);
  }
}
