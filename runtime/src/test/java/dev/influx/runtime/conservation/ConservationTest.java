package dev.influx.runtime.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.runtime.conservation.Conservation.Place;
import dev.influx.schemas.ScorerLedger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConservationTest {
  private static final TreeMap<Integer, ScorerLedger> LEDGERS =
      new TreeMap<>(Map.of(0, ledger(0, 14, 1, 2, 3, 4, 5), 3, ledger(7, 21, 5, 4, 3, 2, 1)));

  @Test
  void withoutAGapRawIsTheSumOfWhatBecameOfIt() {
    Conservation all = Conservation.of(LEDGERS, List.of(), List.of());

    assertThat(all)
        .isEqualTo(
            new Conservation(
                new TreeMap<>(Map.of(0, 14L, 3, 21L)),
                30,
                6,
                6,
                6,
                6,
                6,
                0,
                Optional.empty(),
                List.of()));
  }

  @Test
  void whatWasPassedOverIsDeadOrMissing() {
    List<Place> missing = List.of(new Place("raw", 0, 9), new Place("raw", 0, 11));
    List<Passed> passed =
        List.of(
            new Passed(2, List.of()),
            new Passed(1, missing),
            new Passed(0, List.of(new Place("raw", 3, 8))));

    Conservation all = Conservation.of(LEDGERS, passed, List.of("a remark"));

    assertThat(all.dead()).isEqualTo(9);
    assertThat(all.gapRecords()).isEqualTo(3);
    assertThat(all.raw())
        .isEqualTo(
            all.accepted()
                + all.rejected()
                + all.dead()
                + all.duplicate()
                + all.stale()
                + all.gapRecords());
    assertThat(all.firstMissing()).hasValueSatisfying(it -> assertThat(it).hasToString("raw-0@9"));
    assertThat(all.remarks()).containsExactly("a remark");
  }

  private static ScorerLedger ledger(long from, long through, long... counts) {
    return new ScorerLedger(
        from, through, counts[0], counts[1], counts[2], counts[3], counts[4], List.of(), 0L);
  }
}
