package dev.influx.harvester.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpDateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tue, 03 Mar 2026 10:00:00 GMT",
        "Tue, 03 Mar 2026 10:00:00 UTC",
        " Tue, 3 Mar 2026 10:00:00 utc ",
        "Tue, 03 Mar 2026 12:00:00 +0200"
      })
  void readsTheFormsThatServersSend(String text) {
    assertThat(HttpDate.parse(text)).contains(Instant.parse("2026-03-03T10:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-03-03T10:00:00Z", "Tue, 99 Mar 2026 10:00:00 GMT"})
  void takesNothingFromTheRest(String text) {
    assertThat(HttpDate.parse(text)).isEmpty();
  }
}
