package dev.influx.harvester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.influx.harvester.HarvestProgress.Batches;
import dev.influx.harvester.HarvestProgress.Spent;
import dev.influx.harvester.budget.Money;
import dev.influx.harvester.plan.Ending;
import dev.influx.runtime.Explained;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HarvestProgressTest {
  private static final Spent NOTHING = new Spent(0, Money.ZERO);

  @Test
  void isNoSuccessWhenMoreThanATenthOfTheBatchesFailed() {
    assertThatCode(withBatches(10, 1)::requireSuccess).doesNotThrowAnyException();
    assertThatExceptionOfType(Explained.class)
        .isThrownBy(withBatches(19, 2)::requireSuccess)
        .withMessage("2 of 19 batches failed");
  }

  private static HarvestProgress withBatches(int done, int failed) {
    return new HarvestProgress(
        1, 1, 1, Map.of(), 0, new Batches(done, failed), NOTHING, 1, Optional.empty());
  }

  @Test
  void addsUp() {
    HarvestProgress progress = progress(10, Map.of(Ending.FOUND, 6, Ending.NOT_FOUND, 1));

    assertThat(progress.count(Ending.FOUND)).isEqualTo(6);
    assertThat(progress.count(Ending.SUSPENDED)).isZero();
    assertThat(progress.pending()).isEqualTo(3);
  }

  @Test
  void cannotHoldMoreEndingsThanAuthors() {
    assertThatIllegalArgumentException().isThrownBy(() -> progress(1, Map.of(Ending.FOUND, 2)));
  }

  @Test
  void saysWhatThereIs() {
    assertThat(progress(10, Map.of(Ending.FOUND, 6, Ending.NOT_FOUND, 1)).summary())
        .isEqualTo("10 asked for, 6 found, 1 not found, 3 open");
    assertThat(progress(2, Map.of(Ending.FOUND, 2)).summary()).isEqualTo("2 asked for, 2 found");
  }

  @Test
  void explainsWhatIsMissing() {
    HarvestProgress progress =
        new HarvestProgress(
            1,
            1,
            3,
            Map.of(Ending.FOUND, 1, Ending.UNAVAILABLE, 2),
            2,
            new Batches(1, 0),
            NOTHING,
            4,
            Optional.empty());

    assertThat(progress.allReached()).isFalse();
    assertThatExceptionOfType(Explained.class)
        .isThrownBy(progress::requireAllReached)
        .withMessage("2 of 3 authors could not be asked for");
  }

  private static HarvestProgress progress(int requested, Map<Ending, Integer> endings) {
    return new HarvestProgress(
        1, 0, requested, endings, 0, new Batches(1, 0), NOTHING, 1, Optional.empty());
  }
}
