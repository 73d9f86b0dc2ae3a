package dev.influx.harvester.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.influx.runtime.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BreakingSourceTest {
  private static final ApiSettings SETTINGS =
      ApiSettings.of(URI.create("https://api.x.com"), Secret.of("canary"), "here");
  private static final int FAILURES = 10;

  private final TestingTime time = new TestingTime();
  private final Circuit circuit = new Circuit(time);

  @Test
  void waitsForNothingWhileNowAndThenARequestFails() throws InterruptedException {
    Source source = breaking(failing(FAILURES - 1));

    for (int i = 0; i < 3 * FAILURES; i++) {
      source.ask(Replies.ANYBODY);
    }

    assertThat(time.waits()).isEmpty();
  }

  @Test
  void letsOneGoAfterAPauseThatGrowsOnceNothingIsAnswered() throws InterruptedException {
    Source source = breaking(failing(FAILURES + 7));

    for (int i = 0; i < FAILURES + 9; i++) {
      source.ask(Replies.ANYBODY);
    }

    assertThat(time.waits())
        .as("and none once it answers again")
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    assertThat(circuit.silence()).isZero();
  }

  @Test
  void countsARefusalAsAnAnswer() throws InterruptedException {
    Reply[] replies =
        Collections.nCopies(FAILURES + 1, Replies.transientFailure()).toArray(new Reply[0]);
    replies[FAILURES - 1] = Replies.limited(RateReport.NONE);
    Source source = breaking(new TestingSource(replies));

    for (int i = 0; i < FAILURES + 1; i++) {
      source.ask(Replies.ANYBODY);
    }

    assertThat(time.waits()).isEmpty();
  }

  @Test
  void givesUpAfterLongSilenceAndSaysHowToGoOn() throws InterruptedException {
    Source source =
        new BreakingSource(
            new TestingSource(Replies.transientFailure()),
            circuit,
            stops(),
            Optional.of(Duration.ofMinutes(10)));
    Reply reply = source.ask(Replies.ANYBODY);
    int asked = 1;
    while (reply.answer() instanceof Answer.Transient) {
      reply = source.ask(Replies.ANYBODY);
      asked++;
    }

    assertThat(reply.answer())
        .isInstanceOfSatisfying(
            Answer.Stop.class,
            stop -> {
              assertThat(stop.kind()).isEqualTo(Answer.Stop.Kind.OUTAGE);
              assertThat(stop.what()).contains("answered nothing for 10 min");
              assertThat(stop.why()).contains("503");
              assertThat(stop.remedy()).contains("influx harvest resume");
            });
    assertThat(asked).as("few requests in that time").isLessThan(30);
  }

  @Test
  void sendsAwayWhoWaitsWhenNothingShallBeAskedAnyMore() throws InterruptedException {
    Source source = breaking(failing(FAILURES));
    source.ask(Replies.ANYBODY);
    circuit.close();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> source.ask(Replies.ANYBODY));
  }

  @Test
  void letsTheNextOneGoWhenAProbeBreaks() throws InterruptedException {
    Source source = breaking(failing(FAILURES));
    for (int i = 0; i < FAILURES; i++) {
      source.ask(Replies.ANYBODY);
    }
    Source broken =
        breaking(
            request -> {
              throw new IllegalStateException("a bug");
            });
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> broken.ask(Replies.ANYBODY));

    assertThat(source.ask(Replies.ANYBODY).answer()).isInstanceOf(Answer.Ok.class);
  }

  private Source breaking(Source source) {
    return new BreakingSource(source, circuit, stops(), Optional.empty());
  }

  private static TestingSource failing(int times) {
    Reply[] replies =
        Collections.nCopies(times + 1, Replies.transientFailure()).toArray(new Reply[0]);
    replies[times] = Replies.ok(RateReport.NONE);
    return new TestingSource(replies);
  }

  private static Stops stops() {
    return new Stops(SETTINGS, new Redaction(SETTINGS.token()));
  }
}
