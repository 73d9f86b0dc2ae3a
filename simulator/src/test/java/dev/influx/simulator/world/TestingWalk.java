package dev.influx.simulator.world;

import dev.influx.simulator.graph.Follows;
import dev.influx.simulator.graph.Lists;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/** Walks through the largest world; the heap it is given is what is being tested. */
final class TestingWalk {

  private TestingWalk() {}

  public static void main(String[] arguments) {
    World world = World.of(1, World.MOST_AUTHORS);
    Instant later = World.START.plus(Duration.ofDays(200));
    long seeds = world.seeds().count();
    long known = world.truth().count();
    long found =
        IntStream.range(0, World.MOST_AUTHORS)
            .filter(index -> index % 10 == 0)
            .filter(index -> isFound(world, index, later))
            .count();
    Lists lists = Lists.of(world, 1);
    int members = lists.members(lists.all().get(0), 0, 5_000).items().size();
    int followers = Follows.of(world, 1).followers(17, 0, 5_000).items().size();
    if (seeds != 1_010_000 || known < seeds || found < 95_000 || members * followers == 0) {
      throw new IllegalStateException(
          "seeds %d, known %d, found %d".formatted(seeds, known, found));
    }
  }

  private static boolean isFound(World world, int index, Instant time) {
    SimulatedAuthor author = world.author(index, time);
    return world.byHandle(author.handle(), time).isPresent()
        && world.byId(author.id(), time).isPresent();
  }
}
