package dev.influx.simulator.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.simulator.graph.Timelines.Post;
import dev.influx.simulator.graph.Timelines.Sort;
import dev.influx.simulator.graph.Timelines.Wanted;
import dev.influx.simulator.population.Snowflake;
import dev.influx.simulator.world.SimulatedAuthor;
import dev.influx.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TimelinesTest {

  private static final Instant TIME = World.START.plus(Duration.ofDays(60));

  private final World world = World.of(6, 500);
  private final Timelines timelines = Timelines.of(world, 6);

  @Test
  void aTimelineBeginsWithTheMostRecentPostAndGoesBackInTime() {
    for (int index = 0; index < world.size(); index++) {
      SimulatedAuthor author = world.author(index, TIME);
      List<Post> posts = timelines.posts(author, Wanted.all(), 0, 100).items();

      assertThat(posts).hasSize((int) Math.min(100, author.postCount()));
      assertThat(posts.stream().map(post -> Long.toString(post.id())).findFirst())
          .as(author.handle())
          .isEqualTo(author.mostRecentPostId());
      assertThat(posts).isSortedAccordingTo(Comparator.comparing(Post::id).reversed());
      assertThat(posts).extracting(Post::id).doesNotHaveDuplicates();
      assertThat(posts)
          .allMatch(post -> Snowflake.time(post.id()).equals(post.createdAt()))
          .allMatch(post -> !post.createdAt().isAfter(TIME))
          .allMatch(post -> !post.createdAt().isBefore(author.createdAt()));
    }
  }

  @Test
  void newPostsAreAsManyAsTheProfileCounts() {
    SplittableRandom random = new SplittableRandom(3);
    for (int index = 0; index < world.size(); index++) {
      Instant before = World.START.plusSeconds(random.nextLong(20_000_000));
      Instant after = before.plusSeconds(random.nextLong(2_000_000));
      SimulatedAuthor early = world.author(index, before);
      SimulatedAuthor late = world.author(index, after);
      long since = early.mostRecentPostId().map(Long::parseLong).orElse(0L);
      List<Post> fresh =
          timelines.posts(late, new Wanted(since, Long.MAX_VALUE, List.of()), 0, 3_200).items();

      assertThat(fresh)
          .as("index %d from %s to %s", index, before, after)
          .hasSize((int) Math.min(3_200, late.postCount() - early.postCount()));
      assertThat(fresh)
          .allMatch(post -> !post.createdAt().isBefore(before.minusSeconds(1)))
          .allMatch(post -> !post.createdAt().isAfter(after));
    }
  }

  @Test
  void pagesMakeTheWholeAndEndAtThreeThousandTwoHundred() {
    SimulatedAuthor busy =
        world
            .truth()
            .map(truth -> world.author(truth.index() % 500, TIME))
            .filter(author -> author.postCount() > 5_000)
            .findFirst()
            .orElseThrow();
    List<Post> paged = new ArrayList<>();
    OptionalLong from = OptionalLong.of(0);
    while (from.isPresent()) {
      Page<Post> page = timelines.posts(busy, Wanted.all(), from.getAsLong(), 100);
      paged.addAll(page.items());
      from = page.next();
    }

    assertThat(paged).hasSize(3_200);
    assertThat(paged).isEqualTo(timelines.posts(busy, Wanted.all(), 0, 9_999).items());
  }

  @Test
  void idsAndSortsNarrowATimeline() {
    SimulatedAuthor author = world.author(0, TIME);
    List<Post> all = timelines.posts(author, Wanted.all(), 0, 50).items();
    Wanted middle = new Wanted(all.get(30).id(), all.get(9).id(), List.of());
    Wanted originals = new Wanted(0, Long.MAX_VALUE, List.of(Sort.REPLY, Sort.REPOST));

    assertThat(timelines.posts(author, middle, 0, 50).items()).isEqualTo(all.subList(10, 30));
    assertThat(timelines.posts(author, originals, 0, 50).items())
        .isEqualTo(all.stream().filter(p -> p.sort() == Sort.ORIGINAL).collect(Collectors.toList()))
        .hasSizeBetween(10, 40);
  }

  @Test
  void pinnedPostsAreInTheTimelineButForThoseThatAreGone() {
    int there = 0;
    int gone = 0;
    for (int index = 0; index < world.size(); index++) {
      SimulatedAuthor author = world.author(index, TIME);
      if (author.pinnedPostId().isPresent()) {
        boolean found = timelines.post(author, author.pinnedPostId().get()).isPresent();
        there += found ? 1 : 0;
        gone += found ? 0 : 1;
      }
    }

    assertThat(gone).isBetween(2, 40);
    assertThat(there).isGreaterThan(150);
    assertThat(timelines.post(world.author(0, TIME), "x")).isEmpty();
    assertThat(timelines.post(world.author(0, TIME), "1")).isEmpty();
  }
}
