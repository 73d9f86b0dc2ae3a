package dev.influx.runtime.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.UnableToReachBrokerException;
import dev.influx.schemas.ComplianceAction;
import dev.influx.schemas.ComplianceRequest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ForgottenAuthorsTest {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  @Test
  void areKnownByTheirIdAndTheirLastHandleWhateverItsCase() {
    ForgottenAuthors forgotten =
        ForgottenAuthors.of(
            List.of(
                request("1").setHandleSha256(HandleHash.of("Iris_I")).build(),
                request("2").build(),
                request("3").setAction(ComplianceAction.UNKNOWN).build()));

    assertThat(forgotten.count()).isEqualTo(2);
    assertThat(List.of("1", "2", "3", "4")).filteredOn(forgotten::hasId).containsExactly("1", "2");
    assertThat(List.of("iris_i", "IRIS_I", "iris"))
        .filteredOn(forgotten::hasHandle)
        .containsExactly("iris_i", "IRIS_I");
    assertThat(ForgottenAuthors.none().hasId("1")).isFalse();
    assertThat(ForgottenAuthors.none().hasHandle("iris_i")).isFalse();
  }

  @Test
  void whoeverIsAwayIsWaitedForAndAskedNoMoreAfterwards() {
    AtomicInteger asked = new AtomicInteger();
    ReadWhenAsked forgotten =
        new ReadWhenAsked(
            () -> {
              if (asked.incrementAndGet() == 1) {
                throw new UnableToReachBrokerException(
                    KafkaConnection.to("nowhere:1"), new IllegalStateException("away"));
              }
              return ForgottenAuthors.of(List.of(request("1").build()));
            });

    assertThat(asked).hasValue(0);
    assertThat(forgotten.test("1")).isTrue();
    assertThat(forgotten.test("2")).isFalse();
    assertThat(asked).hasValue(2);
  }

  @Test
  void nobodyIsLearntOfWhenItCannotBeKnownWhoIsForgotten() {
    ReadWhenAsked forgotten =
        new ReadWhenAsked(
            () -> {
              throw new IllegalStateException("not allowed to");
            });

    assertThatThrownBy(() -> forgotten.test("1"))
        .isInstanceOf(UnableToReadForgottenException.class);
  }

  private static ComplianceRequest.Builder request(String id) {
    return ComplianceRequest.newBuilder()
        .setId(id)
        .setAction(ComplianceAction.FORGET)
        .setRequestedAt(NOON)
        .setDeadline(NOON.plusSeconds(86_400));
  }
}
