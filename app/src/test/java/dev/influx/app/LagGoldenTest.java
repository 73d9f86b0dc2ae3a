package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.monitor.ClusterLag;
import dev.influx.monitor.LagBook;
import dev.influx.monitor.Objectives;
import dev.influx.monitor.board.LagJson;
import dev.influx.monitor.history.History;
import dev.influx.monitor.lag.LagSettings;
import dev.influx.monitor.lag.Look;
import dev.influx.monitor.lag.Partition;
import dev.influx.monitor.sampling.ClusterLook;
import dev.influx.monitor.sampling.GroupLook;
import dev.influx.monitor.sampling.Position;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How lag is shown, of groups in all the states there are. */
class LagGoldenTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
  private static final int STEPS = 30;

  private final LagBook book =
      new LagBook(LagSettings.usual(), it -> it.startsWith("influx.replay."), new History());

  @Test
  void asATable() throws IOException {
    Golden.check("lag/table.txt", text(LagText.lines(all(), false)));
  }

  @Test
  void withItsReasons() throws IOException {
    Golden.check("lag/explain.txt", text(LagText.lines(all(), true)));
  }

  @Test
  void forPrograms() throws IOException {
    String json =
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(LagJson.of(all()));
    Golden.check("lag/lag.json", json + "\n");
  }

  @Test
  void afterTheClusterFellSilent() throws IOException {
    all();
    ClusterLag lag = book.missed(BEGIN.plusSeconds(200), "no answer in time");

    Golden.check("lag/stale.txt", text(LagText.lines(lag, false)));
  }

  @Test
  void asFindings() throws IOException {
    Objectives objectives =
        new Objectives(
            Optional.of(Duration.ofSeconds(30)),
            OptionalLong.of(100),
            Optional.of(Duration.ofHours(6)));
    ClusterLag lag = all();

    List<String> lines = objectives.check(lag).stream().map(LagText::line).toList();

    Golden.check("lag/findings.txt", text(lines));
    assertThat(lines).noneMatch(it -> it.contains("replay"));
  }

  @Test
  void namesOfStrangersCannotMoveTheCursor() {
    ClusterLag lag =
        book.take(
            new ClusterLook(BEGIN, List.of(), Map.of("evil\u001b[2J", "n\no"), true, List.of()));

    assertThat(text(LagText.lines(lag, true))).doesNotContain("\u001b").contains("n o");
  }

  private ClusterLag all() {
    ClusterLag last = null;
    for (int i = 0; i < STEPS; i++) {
      Instant at = BEGIN.plusSeconds(5L * i);
      List<GroupLook> groups =
          List.of(
              group("billing", 1, position(at, 0, 0, 5_000, OptionalLong.empty())),
              group("influx.replay.next", 1, position(at, 0, 0, 9_000, OptionalLong.of(50L * i))),
              group(
                  "influx.scorer",
                  2,
                  position(at, 0, 0, 1_000 + 10L * i, OptionalLong.of(1_000 + 10L * i)),
                  position(at, 1, 0, 10_000, OptionalLong.of(3_000 + 100L * i))),
              group("influx.sink", 0, position(at, 0, 200, 700 + i, OptionalLong.of(100))),
              group("rewound", 1, position(at, 0, 0, 900, OptionalLong.of(i < 28 ? 900 : i))),
              group("slow", 1, position(at, 0, 0, 500 + 20L * i, OptionalLong.of(10L * i))));
      last =
          book.take(
              new ClusterLook(at, groups, Map.of("secret", "Not authorized"), true, List.of()));
    }
    return last;
  }

  private static GroupLook group(String name, int members, Position... positions) {
    String state = members == 0 ? "empty" : "stable";
    Set<String> ids =
        IntStream.range(0, members).mapToObj(Integer::toString).collect(Collectors.toSet());
    return new GroupLook(name, "classic", state, Optional.of(ids), List.of(positions));
  }

  private static Position position(
      Instant at, int partition, long start, long end, OptionalLong committed) {
    Optional<Instant> eventTime =
        committed.isPresent() ? Optional.of(at.minusSeconds(90)) : Optional.empty();
    return new Position(
        new Partition("profiles", partition),
        new Look(at, start, end, committed, eventTime),
        Optional.empty(),
        false,
        Optional.of(Duration.ofHours(4)));
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
