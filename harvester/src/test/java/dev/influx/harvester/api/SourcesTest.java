package dev.influx.harvester.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.influx.runtime.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What the layers around the API add to it. */
final class SourcesTest {
  private static final ApiSettings SETTINGS =
      ApiSettings.of(URI.create("https://api.x.com"), Secret.of("canary"), "INFLUX_API_TOKEN")
          .withLongestWait(Duration.ofMinutes(10));
  private static final RateReport SILENT = RateReport.NONE;

  private final TestingTime time = new TestingTime();

  @Test
  void triesAgainUntilItIsAnswered() throws InterruptedException {
    TestingSource source =
        new TestingSource(
            Replies.transientFailure(), Replies.transientFailure(), Replies.ok(SILENT));

    Reply reply = retrying(source).ask(Replies.ANYBODY);

    assertThat(reply.answer()).isInstanceOf(Answer.Ok.class);
    assertThat(time.waits()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
  }

  @Test
  void givesUpAfterSixAttempts() throws InterruptedException {
    TestingSource source = new TestingSource(Replies.transientFailure());

    Reply reply = retrying(source).ask(Replies.ANYBODY);

    assertThat(reply.answer()).isInstanceOf(Answer.Transient.class);
    assertThat(source.asked()).isEqualTo(6);
    assertThat(time.waits()).hasSize(5);
  }

  @Test
  void comesBackWhenTheServerAsksForIt() throws InterruptedException {
    Reply busy = new Reply(new Answer.Transient("503"), Replies.retryAfter(Duration.ofSeconds(9)));

    assertThat(retrying(new TestingSource(busy, Replies.ok(SILENT))).ask(Replies.ANYBODY).answer())
        .isInstanceOf(Answer.Ok.class);
    assertThat(time.waits()).containsExactly(Duration.ofSeconds(9));
  }

  @Test
  void triesNothingAgainThatWillNotPass() throws InterruptedException {
    TestingSource source =
        new TestingSource(
            new Reply(new Answer.Stop(Answer.Stop.Kind.AUTH, "what", "why", "remedy"), SILENT));

    assertThat(retrying(source).ask(Replies.ANYBODY).answer()).isInstanceOf(Answer.Stop.class);
    assertThat(source.asked()).isEqualTo(1);
  }

  @Test
  void asksAgainAfterARefusalWithoutCountingItAsAnAttempt() throws InterruptedException {
    Reply[] replies = Collections.nCopies(8, Replies.limited(SILENT)).toArray(new Reply[9]);
    replies[8] = Replies.ok(SILENT);
    TestingSource source = new TestingSource(replies);

    Reply reply = retrying(limited(source)).ask(Replies.ANYBODY);

    assertThat(reply.answer()).isInstanceOf(Answer.Ok.class);
    assertThat(source.asked()).isEqualTo(9);
  }

  @Test
  void stopsWhenTheWaitingTakesTooLongInAll() throws InterruptedException {
    TestingSource source = new TestingSource(Replies.limited(SILENT));

    Reply reply = limited(source).ask(Replies.ANYBODY);

    assertThat(reply.answer())
        .isInstanceOfSatisfying(
            Answer.Stop.class,
            stop -> {
              assertThat(stop.kind()).isEqualTo(Answer.Stop.Kind.QUOTA);
              assertThat(stop.what()).contains("2026-03-03T10:");
            });
    assertThat(time.waits().stream().reduce(Duration.ZERO, Duration::plus))
        .isLessThanOrEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void asksNothingMoreOnceXHasSaidThatItWillNotAnswer() throws InterruptedException {
    Answer stop = new Answer.Stop(Answer.Stop.Kind.QUOTA, "what", "why", "remedy");
    TestingSource source = new TestingSource(new Reply(stop, SILENT), Replies.ok(SILENT));
    Source limited = limited(source);

    assertThat(limited.ask(Replies.ANYBODY).answer()).isEqualTo(stop);
    assertThat(limited.ask(Replies.ANYBODY).answer()).isEqualTo(stop);

    assertThat(source.asked()).isEqualTo(1);
  }

  @Test
  void leavesTheGateOpenForOthersWhenItsOwnRequestBreaks() throws InterruptedException {
    LimitGate gate = new LimitGate(time, () -> 0);
    Source broken =
        lookup -> {
          throw new IllegalStateException("bug");
        };
    Source limited = new RateLimitedSource(broken, gate, stops(), Long.MAX_VALUE);

    assertThatIllegalStateException().isThrownBy(() -> limited.ask(Replies.ANYBODY));

    assertThat(gate.enter(Lookup.By.HANDLE, 0)).hasValue(0);
  }

  @Test
  void countsRequestsByWhatCameOfThem() throws InterruptedException {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    MeteredSource metered =
        new MeteredSource(
            new TestingSource(Replies.transientFailure(), Replies.ok(SILENT)), meters);

    for (int i = 0; i < 3; i++) {
      assertThat(metered.ask(Replies.ANYBODY)).isNotNull();
    }

    assertThat(metered.requests()).isEqualTo(3);
    assertThat(meters.get("influx.harvest.requests").tag("outcome", "ok").counter().count())
        .isEqualTo(2);
    assertThat(meters.get("influx.harvest.requests").tag("outcome", "transient").counter().count())
        .isEqualTo(1);
  }

  @Test
  void makesAnAnswerOfAnExchangeThatBroke() throws InterruptedException {
    Transport broken =
        lookup -> {
          throw new IOException("Connection reset");
        };

    Reply reply = new HttpSource(broken, new Classifier(SETTINGS)).ask(Replies.ANYBODY);

    assertThat(reply)
        .isEqualTo(new Reply(new Answer.Transient("IOException: Connection reset"), SILENT));
  }

  @Test
  void endsPausesWhenNothingShallBeAskedAnyMore() {
    SystemTime real = new SystemTime(java.time.InstantSource.system());
    real.stop();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> real.pause(Duration.ofHours(1)));
  }

  private Source retrying(Source source) {
    return new RetryingSource(source, Backoff.OF_X, time, () -> 0.5);
  }

  private Source limited(Source source) {
    return new RateLimitedSource(
        source, new LimitGate(time, () -> 0), stops(), SETTINGS.longestWait().toNanos());
  }

  private static Stops stops() {
    return new Stops(SETTINGS, new Redaction(SETTINGS.token()));
  }
}
