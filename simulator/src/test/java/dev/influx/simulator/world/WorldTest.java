package dev.influx.simulator.world;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.simulator.population.SimulatedSeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTest {

  private static final long SNOWFLAKE_EPOCH = 1_288_834_974_657L;
  private static final Instant LATER = World.START.plus(Duration.ofDays(100));

  private final World world = World.of(7, 2_000);

  @Test
  void theSameSeedIsTheSameWorld() {
    assertThat(authors(World.of(7, 2_000), LATER)).isEqualTo(authors(world, LATER));
    assertThat(authors(World.of(8, 2_000), LATER))
        .doesNotContainAnyElementsOf(authors(world, LATER));
  }

  @Test
  void aLargerWorldBeginsWithTheAuthorsOfASmallerOne() {
    assertThat(authors(World.of(7, 500), LATER)).isEqualTo(authors(world, LATER).subList(0, 500));
  }

  /** A world that changed would give other numbers to every record that was made from it. */
  @Test
  void aWorldIsTheSameOnEveryMachineForEver() {
    SimulatedAuthor first = World.of(1, 2_000).author(0, LATER);

    assertThat(first.handle()).isEqualTo("sim_sec_0");
    assertThat(first.id()).isEqualTo("194612403026724325");
    assertThat(first.createdAt()).isEqualTo("2012-04-24T02:23:07.262Z");
    assertThat(first.metrics())
        .isEqualTo(
            new Metrics(52_717, 241, 80_206, 405, OptionalLong.of(37_168), OptionalLong.of(9_073)));
    assertThat(digest(authors(World.of(1, 2_000), LATER).toString())).isEqualTo("ad9472f6");
  }

  @Test
  void handlesAndIdsLeadBackToTheirAuthor() {
    for (SimulatedAuthor author : authors(world, LATER)) {
      Optional<SimulatedAuthor> there =
          Optional.of(author).filter(known -> known.standing().exists());
      assertThat(world.at(author.index(), LATER)).isEqualTo(there);
      assertThat(world.byId(author.id(), LATER)).isEqualTo(there);
      if (there.isPresent()) {
        String upper = author.handle().toUpperCase(Locale.ROOT);
        assertThat(world.byHandle(author.handle(), LATER)).isEqualTo(there);
        assertThat(world.byHandle(upper, LATER)).isEqualTo(there);
      }
    }
  }

  @Test
  void handlesAndIdsLeadBackInTheLargestWorldToo() {
    World largest = World.of(99, World.MOST_AUTHORS);
    SplittableRandom random = new SplittableRandom(5);

    for (int i = 0; i < 5_000; i++) {
      int index = i == 0 ? World.MOST_AUTHORS - 1 : random.nextInt(World.MOST_AUTHORS);
      SimulatedAuthor author = largest.author(index, World.START);
      assertThat(author.handle()).matches("[Ss]im_[A-Za-z0-9]{1,4}_[0-9]+").hasSizeLessThan(16);
      assertThat(largest.byHandle(author.handle(), World.START))
          .as(author.handle())
          .contains(author);
      assertThat(largest.byId(author.id(), World.START)).as(author.id()).contains(author);
    }
  }

  @Test
  void nobodyElseIsFound() {
    String firstId = world.author(0, LATER).id();
    String firstHandle = world.author(0, LATER).handle();

    assertThat(
            List.of(
                "",
                "sim_gone_0",
                firstHandle + "0",
                "x" + firstHandle,
                "sim_none_0",
                "sim_ai_2000",
                "sim_ai_00",
                "sim_ai_9999999",
                "elonmusk",
                "sım_aı_0",
                firstId))
        .allMatch(handle -> world.byHandle(handle, LATER).isEmpty());
    assertThat(
            List.of(
                "",
                "0",
                "1",
                "0" + firstId,
                "+" + firstId,
                "-" + firstId,
                firstId + "0",
                "9223372036854775807",
                "9999999999999999999",
                firstHandle))
        .allMatch(id -> world.byId(id, LATER).isEmpty());
    assertThat(World.of(7, 1).byId(world.author(1, LATER).id(), LATER)).isEmpty();
  }

  /** All of it at once would take a hundred times the heap that the walk is given. */
  @Test
  void aMillionAuthorsFitIntoASmallHeap(@TempDir Path directory)
      throws IOException, InterruptedException {
    Path output = directory.resolve("output");
    Process walk =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                TestingWalk.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(walk.waitFor()).as(() -> read(output)).isZero();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void idsAgreeWithTheTimeOfJoining() {
    for (SimulatedAuthor author : authors(World.of(3, 20_000), LATER)) {
      Instant inId = Instant.ofEpochMilli((Long.parseLong(author.id()) >> 22) + SNOWFLAKE_EPOCH);
      assertThat(inId).isEqualTo(author.createdAt()).isBefore(World.START);
      assertThat(LocalTime.ofInstant(inId, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS))
          .isNotEqualTo(LocalTime.MIDNIGHT);
    }
  }

  @Test
  void noTwoAuthorsJoinedInTheSameSecond() {
    Births births = new Births(3);
    long seconds =
        IntStream.range(0, World.MOST_AUTHORS)
            .mapToLong(index -> births.of(index).getEpochSecond())
            .distinct()
            .count();

    assertThat(seconds).isEqualTo(World.MOST_AUTHORS);
  }

  @Test
  void theSeedsCoverAllAuthorsAndAFewThatDoNotExist() {
    List<SimulatedSeed> seeds = world.seeds().toList();
    List<SimulatedSeed> ghosts =
        seeds.stream()
            .filter(seed -> world.byHandle(seed.handle(), World.START).isEmpty())
            .toList();

    assertThat(seeds).hasSize(2_020).extracting(SimulatedSeed::handle).doesNotHaveDuplicates();
    assertThat(seeds).extracting(SimulatedSeed::handle).containsAll(handles());
    assertThat(ghosts).hasSize(20);
    assertThat(World.of(7, 1).seeds()).hasSize(2);
  }

  @Test
  void aSeedIsALineOfTheList() {
    SimulatedAuthor author = world.author(0, LATER);

    assertThat(world.seeds().findFirst().orElseThrow().csv())
        .isEqualTo(
            "%s,%s,simulator,https://simulator.invalid/lists/%s,2025-01-01T00:00:00Z"
                .formatted(author.handle(), author.domain(), author.domain()));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, World.MOST_AUTHORS + 1})
  void aWorldHasOneToAMillionAuthors(int authors) {
    assertThatThrownBy(() -> World.of(1, authors)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2_000})
  void thereIsNoAuthorOutsideTheWorld(int index) {
    assertThatThrownBy(() -> world.author(index, LATER))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private List<String> handles() {
    return authors(world, World.START).stream().map(SimulatedAuthor::handle).toList();
  }

  private static List<SimulatedAuthor> authors(World world, Instant time) {
    return IntStream.range(0, world.size()).mapToObj(index -> world.author(index, time)).toList();
  }

  private static String digest(String text) {
    CRC32C digest = new CRC32C();
    digest.update(text.getBytes(UTF_8));
    return Long.toHexString(digest.getValue());
  }
}
