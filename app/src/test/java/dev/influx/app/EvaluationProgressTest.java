package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class EvaluationProgressTest {
  private final StringWriter shown = new StringWriter();

  @Test
  void saysHowFarAndHowFast() {
    assertThat(EvaluationProgress.render(123_456, 2_000_000_000L, 43))
        .isEqualTo("123,456 lines · 61,728/s · 43 %");
    assertThat(EvaluationProgress.render(10, 1_000_000_000L, -1)).isEqualTo("10 lines · 10/s");
  }

  @Test
  void writesNothingWhereItIsNotShown() {
    EvaluationProgress progress = new EvaluationProgress(new PrintWriter(shown), false, () -> 1);
    for (int i = 0; i < 1_000; i++) {
      progress.advance(1);
      progress.compare();
    }
    progress.clear();
    assertThat(shown.toString()).isEmpty();
  }

  @Test
  void makesRoomForOtherLines() {
    new EvaluationProgress(new PrintWriter(shown), true, () -> 1).clear();
    assertThat(shown.toString()).isEqualTo("\r\u001b[K");
  }
}
