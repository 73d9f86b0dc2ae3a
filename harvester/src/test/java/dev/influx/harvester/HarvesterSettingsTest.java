package dev.influx.harvester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.influx.harvester.api.ApiSettings;
import dev.influx.runtime.Secret;
import dev.influx.schemas.SourceKind;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HarvesterSettingsTest {
  private static final HarvesterSettings SETTINGS =
      HarvesterSettings.of(
          ApiSettings.of(URI.create("https://api.x.com"), Secret.of("canary"), "here"),
          SourceKind.X_API);

  @Test
  void asksForFullBatchesThreeAtATimeOnceADay() {
    assertThat(SETTINGS.bounds().batchSize()).isEqualTo(100);
    assertThat(SETTINGS.bounds().parallel()).isEqualTo(3);
    assertThat(SETTINGS.cadence().maxAge()).isEqualTo(Duration.ofDays(1));
    assertThat(SETTINGS.once()).isFalse();
    assertThat(SETTINGS.onlyOnce().once()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void refusesBatchesThatXWouldRefuse(int size) {
    assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withBatchSize(size));
  }

  @Test
  void refusesWhatCannotWork() {
    assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withParallel(0));
    assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withRefresh(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HarvesterSettings.of(SETTINGS.api(), SourceKind.IMPORT));
  }

  @Test
  void hidesTheToken() {
    assertThat(SETTINGS.toString()).doesNotContain("canary");
  }
}
