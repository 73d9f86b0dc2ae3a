package dev.influx.runtime.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.UnableToReachBrokerException;
import dev.influx.schemas.ComplianceAction;
import dev.influx.schemas.ComplianceRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

final class ForgottenWatchTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Queue<Supplier<ForgottenAuthors>> readings = new ArrayDeque<>();
  private long now = -5;
  private int read;

  private final ForgottenWatch watch =
      new ForgottenWatch(
          () -> {
            read++;
            return readings.remove().get();
          },
          () -> now);

  @Test
  void readsOnceInAMinute() throws InterruptedException {
    readings.add(ForgottenAuthors::none);
    readings.add(() -> authors("7"));

    assertThat(watch.current().hasId("7")).isFalse();
    now += MINUTE.toNanos();
    assertThat(watch.current().hasId("7")).isFalse();
    assertThat(read).isEqualTo(1);
    now += 1;
    assertThat(watch.current().hasId("7")).isTrue();
    assertThat(read).isEqualTo(2);
  }

  @Test
  void waitsForTheFirstReading() throws InterruptedException {
    readings.add(ForgottenWatchTest::away);
    readings.add(() -> authors("7"));

    assertThat(watch.current().hasId("7")).isTrue();
  }

  @Test
  void goesOnWithWhatItKnowsWhileTheBrokerIsAway() throws InterruptedException {
    readings.add(() -> authors("7"));
    readings.add(ForgottenWatchTest::away);
    watch.current();

    now += MINUTE.toNanos() + 1;
    assertThat(watch.current().hasId("7")).isTrue();
    assertThat(watch.current().hasId("7")).as("and does not ask at once again").isTrue();
    assertThat(read).isEqualTo(2);
  }

  @Test
  void refusesToGoOnBlindly() {
    readings.add(
        () -> {
          throw new IllegalStateException("not authorized");
        });

    assertThatExceptionOfType(UnableToReadForgottenException.class)
        .isThrownBy(watch::current)
        .satisfies(e -> assertThat(e.why()).isEqualTo("not authorized"));
  }

  private static ForgottenAuthors away() {
    throw new UnableToReachBrokerException(
        KafkaConnection.to("nowhere:9092"), new TimeoutException("no answer"));
  }

  private static ForgottenAuthors authors(String id) {
    Instant at = Instant.parse("2026-03-03T10:00:00Z");
    return ForgottenAuthors.of(
        List.of(
            ComplianceRequest.newBuilder()
                .setId(id)
                .setAction(ComplianceAction.FORGET)
                .setRequestedAt(at)
                .setDeadline(at)
                .build()));
  }
}
