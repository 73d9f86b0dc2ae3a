package dev.influx.harvester.errand;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.plan.Beginning;
import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Occasion;
import dev.influx.harvester.plan.Remembered;
import dev.influx.harvester.plan.Samples;
import dev.influx.harvester.plan.Target;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ErrandTest {
  private static final Instant BEGUN = Instant.parse("2026-03-03T10:00:00Z");
  private static final Counterpart X = new Counterpart("x_api", "https://api.x.com");

  @TempDir private Path runs;
  private final List<RunDirectory> opened = new ArrayList<>();

  @AfterEach
  void letGo() {
    opened.forEach(RunDirectory::close);
  }

  @Test
  void asksForEverybodyOnItsListOnce() {
    Errand errand = errand("@Ada\n90211\nhttps://x.com/Bob/status/1\nADA\nnot-a-handle\n");

    List<Target> due = due(errand);

    assertThat(due)
        .extracting(target -> target.id().isPresent())
        .containsExactly(false, true, false, false);
    assertThat(due.get(0).handle()).contains("Ada");
    assertThat(due.get(1).id()).contains("90211");
    assertThat(due.get(2).handle()).contains("Bob");
    assertThat(due.get(3).flaw()).hasValueSatisfying(flaw -> assertThat(flaw).isNotBlank());
    assertThat(due.get(3).canBeAsked()).isFalse();
    assertThat(errand.beginning()).isEqualTo(new Beginning(4, Map.of()));
    assertThat(errand.nextDue(BEGUN)).isEqualTo(Instant.MAX);
  }

  @Test
  void leavesOutWhoIsDoneAndAsksTheUnavailableAgain() {
    Errand errand = errand("ada\nbob\n17\ncid\nnot-a-handle\ndan\n");
    errand.recall(remembered("ada", Ending.FOUND, Optional.of("1")));
    errand.recall(remembered("bob", Ending.UNAVAILABLE, Optional.empty()));
    errand.recall(remembered("17", Ending.FOUND, Optional.of("17")));
    errand.recall(remembered("cid", Ending.NOT_FOUND, Optional.empty()));
    errand.recall(remembered("not-a-handle", Ending.INVALID, Optional.empty()));

    assertThat(due(errand))
        .extracting(target -> target.handle().get())
        .containsExactly("bob", "dan");
    assertThat(errand.beginning())
        .isEqualTo(
            new Beginning(6, Map.of(Ending.FOUND, 2, Ending.NOT_FOUND, 1, Ending.INVALID, 1)));
  }

  @Test
  void countsWhoIsNotedTwiceOnce() {
    Errand errand = errand("ada\n");
    errand.recall(remembered("ada", Ending.FOUND, Optional.of("1")));
    errand.recall(remembered("ada", Ending.FOUND, Optional.of("1")));

    assertThat(errand.beginning().settled()).isEqualTo(Map.of(Ending.FOUND, 1));
  }

  /** A handle may be all digits: it is not the id of the same digits. */
  @Test
  void keepsHandlesOfDigitsAndIdsApart() {
    Errand errand = errand("@123\n123\n");
    errand.recall(remembered("123", Ending.FOUND, Optional.of("99")));

    assertThat(due(errand)).extracting(Target::id).containsExactly(Optional.of("123"));
  }

  @Test
  void givesTheLineAsEvidenceWhereNothingElseIsKnown() {
    Occasion known =
        new Occasion("bob", Optional.empty(), "article", URI.create("https://a.example/"), BEGUN);
    Errand errand = errand("ada\nbob\n", key -> key.equals("bob") ? List.of(known) : List.of());

    List<Target> due = due(errand);

    assertThat(due.get(0).occasions())
        .containsExactly(
            new Occasion(
                "ada", Optional.empty(), "list", URI.create("file:my%20list.txt#L1"), BEGUN));
    assertThat(due.get(1).occasions()).containsExactly(known);
  }

  @Test
  void knowsWhoseOutcomeStands() {
    Errand errand = errand("Ada\nbob\n");
    errand.open(Set.of("ada", "other"));

    assertThat(due(errand)).extracting(Target::open).containsExactly(Set.of("ada"), Set.of());
  }

  private Errand errand(String list) {
    return errand(list, key -> List.of());
  }

  private Errand errand(String list, Function<String, List<Occasion>> known) {
    ListSource lists =
        new ListSource().with("my list.txt", () -> new ByteArrayInputStream(list.getBytes(UTF_8)));
    RunDirectory directory = RunDirectory.create(runs, "run-" + opened.size(), BEGUN, X, lists);
    opened.add(directory);
    return directory.errand(known);
  }

  private static List<Target> due(Errand errand) {
    List<Target> due = new ArrayList<>();
    errand.due(BEGUN).forEachRemaining(due::add);
    return due;
  }

  private static Remembered remembered(String key, Ending ending, Optional<String> id) {
    return new Remembered(
        key,
        ending,
        id,
        Optional.empty(),
        Samples.FETCHED,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }
}
