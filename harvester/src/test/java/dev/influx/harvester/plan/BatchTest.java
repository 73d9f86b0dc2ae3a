package dev.influx.harvester.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.Lookup;
import dev.influx.harvester.api.Lookup.By;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BatchTest {

  @Test
  void putsTogetherWhatIsAskedForInTheSameWay() {
    List<Target> targets =
        List.of(
            Samples.byHandle("ada"),
            Samples.byId("1", "bob"),
            Samples.byHandle("cid"),
            Samples.byHandle("dan"),
            Samples.byId("2", "eve"));

    List<Batch> batches = Batch.of(targets, 2, false);

    assertThat(batches)
        .extracting(Batch::lookup)
        .containsExactly(
            new Lookup(By.ID, List.of("1", "2")),
            new Lookup(By.HANDLE, List.of("ada", "cid")),
            new Lookup(By.HANDLE, List.of("dan")));
  }

  @Test
  void cutsSoThatEveryTargetIsInOneBatchAndNoneIsTooLarge() {
    for (int count = 0; count < 25; count++) {
      for (int size = 1; size < 8; size++) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          targets.add(Samples.byHandle("user_" + i));
        }
        List<Batch> batches = Batch.of(targets, size, true);
        assertThat(batches).allMatch(Batch::last);
        assertThat(batches.stream().flatMap(batch -> batch.targets().stream()))
            .as("%d targets in batches of %d", count, size)
            .containsExactlyElementsOf(targets);
        assertThat(batches.stream().mapToInt(batch -> batch.targets().size()).max().orElse(0))
            .isLessThanOrEqualTo(size);
      }
    }
  }

  @Test
  void halvesIntoTwoParts() {
    Batch batch =
        new Batch(
            By.HANDLE,
            List.of(Samples.byHandle("ada"), Samples.byHandle("bob"), Samples.byHandle("cid")),
            true);

    assertThat(batch.halves())
        .extracting(half -> half.lookup().keys())
        .containsExactly(List.of("ada", "bob"), List.of("cid"));
  }
}
