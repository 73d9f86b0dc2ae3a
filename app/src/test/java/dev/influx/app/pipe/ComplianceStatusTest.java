package dev.influx.app.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.app.pipe.ComplianceStatus.Standing;
import dev.influx.app.pipe.ComplianceStatus.State;
import dev.influx.schemas.ComplianceAction;
import dev.influx.schemas.ComplianceRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplianceStatusTest {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final int DEADLINE = 24;

  /** Hours after the request came in; topics are believed before notes. */
  @ParameterizedTest
  @CsvSource({
    "true, , 24, OPEN",
    "true, , 25, OVERDUE",
    "true, 3, 4, OPEN",
    "true, 3, 25, OVERDUE",
    "false, , 4, GONE",
    "false, , 25, GONE",
    "false, 24, 99, DONE",
    "false, 25, 99, LATE"
  })
  void isWhatTheTopicsSayBesideWhatWasNoted(boolean live, Integer done, int now, State state) {
    ComplianceRequest request =
        ComplianceRequest.newBuilder()
            .setId("1")
            .setAction(ComplianceAction.FORGET)
            .setRequestedAt(NOON)
            .setDeadline(after(DEADLINE))
            .setDoneAt(done == null ? null : after(done))
            .build();

    Standing standing = Standing.of(request, live, after(now));

    assertThat(standing.state()).isEqualTo(state);
    assertThat(new ComplianceStatus(List.of(standing)).hasOverdue())
        .isEqualTo(state == State.OVERDUE);
  }

  private static Instant after(int hours) {
    return NOON.plusSeconds(3_600L * hours);
  }
}
