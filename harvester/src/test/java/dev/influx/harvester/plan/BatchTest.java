package dev.influx.harvester.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.Lookup.By;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BatchTest {

  @Test
  void isCalledTheSameByWhoeverAsksForTheSame() {
    Batch batch = new Batch(By.HANDLE, List.of(Samples.byHandle("Ada")), Chance.FIRST);

    assertThat(batch.id())
        .matches("[0-9a-f]{16}")
        .isEqualTo(new Batch(By.HANDLE, List.of(Samples.byHandle("ADA")), Chance.LAST).id())
        .isNotEqualTo(new Batch(By.HANDLE, List.of(Samples.byHandle("bob")), Chance.FIRST).id());
  }

  @Test
  void halvesIntoTwoParts() {
    Batch batch =
        new Batch(
            By.HANDLE,
            List.of(Samples.byHandle("ada"), Samples.byHandle("bob"), Samples.byHandle("cid")),
            Chance.FIRST);

    assertThat(batch.halves())
        .extracting(half -> half.lookup().keys())
        .containsExactly(List.of("ada", "bob"), List.of("cid"));
  }
}
