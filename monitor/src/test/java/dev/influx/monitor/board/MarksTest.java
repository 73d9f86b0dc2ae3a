package dev.influx.monitor.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.monitor.ClusterLag;
import dev.influx.monitor.LagBook;
import dev.influx.monitor.board.Marks.Kind;
import dev.influx.monitor.board.Marks.Mark;
import dev.influx.monitor.facts.PolicyFacts;
import dev.influx.monitor.facts.PolicyFacts.Active;
import dev.influx.monitor.history.History;
import dev.influx.monitor.lag.LagSettings;
import dev.influx.monitor.lag.Look;
import dev.influx.monitor.lag.Partition;
import dev.influx.monitor.sampling.ClusterLook;
import dev.influx.monitor.sampling.GroupLook;
import dev.influx.monitor.sampling.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is marked beside the lag. */
class MarksTest {
  private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration STEP = Duration.ofSeconds(5);

  private final LagBook book = new LagBook(LagSettings.usual(), it -> false, new History());
  private final Marks marks = new Marks("scorer");
  private Instant now = BEGIN;

  @TempDir private Path directory;

  @Test
  void aProcessThatStartsIsMarkedAlsoWhereItTakesTheRoomOfAnother() {
    note(look(Set.of("a"), 1));
    note(look(Set.of("a"), 2));
    assertThat(marked(Kind.DEPLOY)).isEmpty();

    note(look(Set.of("b"), 3));
    note(look(Set.of(), 4));
    note(look(Set.of("c", "d"), 5));

    assertThat(marked(Kind.DEPLOY))
        .containsExactly(
            new Mark(second(3), Kind.DEPLOY, "a scorer started"),
            new Mark(second(5), Kind.DEPLOY, "2 scorers started"));
  }

  @Test
  void aGroupThatIsSetBackIsMarkedOnce() {
    for (long committed : new long[] {5, 6, 2, 3}) {
      note(look(Set.of("a"), committed));
    }

    assertThat(marked(Kind.REWIND))
        .containsExactly(new Mark(second(3), Kind.REWIND, "scorer was set back"));
  }

  @Test
  void aClusterThatIsNotSeenIsMarkedSinceWhen() {
    note(look(Set.of("a"), 1));
    for (int look = 0; look < 3; look++) {
      now = now.plus(STEP);
      note(book.missed(now, "nobody answers"));
    }

    assertThat(marked(Kind.COLLECTOR))
        .containsExactly(new Mark(second(1), Kind.COLLECTOR, "the cluster could not be seen"));
  }

  @Test
  void everyActivationStaysAlsoWhenAnotherFollows() {
    note(look(Set.of("a"), 1), policy("m2@1", BEGIN));
    note(look(Set.of("a"), 2), policy("m2@1", BEGIN));
    note(look(Set.of("a"), 3), policy("m2@2", BEGIN.plusSeconds(12)));

    assertThat(marked(Kind.POLICY))
        .extracting(Mark::text)
        .containsExactly("m2@1 activated", "m2@2 activated");
  }

  @Test
  void whatIsOlderThanADayIsForgotten() {
    marks.add(BEGIN.minus(Duration.ofHours(25)), Kind.DEPLOY, "long ago");
    marks.add(BEGIN.minus(Duration.ofHours(23)), Kind.DEPLOY, "lately");
    note(look(Set.of("a"), 1));

    assertThat(marks.all()).extracting(Mark::text).containsExactly("lately");
  }

  @Test
  void theyOutliveARestartAndALineThatNobodyUnderstandsIsLeftOut() throws IOException {
    Path path = directory.resolve("monitor/marks");
    marks.add(BEGIN, Kind.POLICY, "m2@1 activated");
    marks.add(BEGIN.plusSeconds(1), Kind.DEPLOY, "two\nlines");
    new MarksFile(path).write(marks);
    Files.writeString(path, "garbage\n5 unheard of\n", StandardOpenOption.APPEND);

    Marks after = new Marks("scorer");
    new MarksFile(path).readInto(after);

    assertThat(after.all())
        .containsExactly(
            new Mark(BEGIN.getEpochSecond(), Kind.POLICY, "m2@1 activated"),
            new Mark(BEGIN.getEpochSecond() + 1, Kind.DEPLOY, "two lines"));
    new MarksFile(directory.resolve("nowhere")).readInto(after);
    assertThat(after.all()).hasSize(2);
  }

  private long second(int step) {
    return BEGIN.plus(STEP.multipliedBy(step)).getEpochSecond();
  }

  private List<Mark> marked(Kind kind) {
    return marks.between(BEGIN, now).stream().filter(it -> it.kind() == kind).toList();
  }

  private ClusterLag look(Set<String> members, long committed) {
    now = now.plus(STEP);
    Position position =
        new Position(
            new Partition("raw", 0),
            new Look(now, 0, 10, OptionalLong.of(committed), Optional.empty()),
            Optional.empty(),
            false,
            Optional.empty());
    GroupLook group =
        new GroupLook("scorer", "classic", "stable", Optional.of(members), List.of(position));
    return book.take(new ClusterLook(now, List.of(group), Map.of(), true, List.of()));
  }

  private void note(ClusterLag lag) {
    note(lag, Facts.none());
  }

  private void note(ClusterLag lag, Facts facts) {
    marks.note(new Moment(now, lag, Optional.empty(), facts, Map.of()));
  }

  private static Facts policy(String id, Instant since) {
    Active active = new Active(id, "00", Optional.of(since), Optional.empty(), Optional.empty());
    PolicyFacts policy =
        new PolicyFacts(
            Optional.of(active), Optional.empty(), true, OptionalDouble.empty(), 0, 0, 0, false);
    return new Facts(
        Optional.of(policy),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
