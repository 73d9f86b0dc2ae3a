package dev.influx.simulator.graph;

import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.SimulatedUser;
import dev.influx.simulator.population.Snowflake;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** The posts of users. Their number grows as the profile says, and their ids hold their times. */
public final class Timelines {

  /** As X has it: what is older is not in a timeline. */
  private static final int MOST_POSTS = 3_200;

  private static final List<String> TEXTS =
      List.of(
          "Notes on %s from the simulated desk.",
          "Nobody wrote this about %s, and nobody read it.",
          "%s, but with made up numbers 📈",
          "合成的な投稿：%s",
          "Thread on %s:\n1/ there is no thread",
          "Still thinking about %s & tea ☕");
  private static final double REPLIES = 0.3;
  private static final double REPOSTS = 0.15;

  private final Population population;
  private final Dice dice;

  private Timelines(Population population, long seed) {
    this.population = population;
    this.dice = new Dice(Dice.mix(seed + 2));
  }

  public static Timelines of(Population population, long seed) {
    return new Timelines(population, seed);
  }

  /** A post, with nothing of it that changes. */
  public record Post(long id, String authorId, Instant createdAt, String text, Sort sort) {}

  /** What a request may leave out. */
  public enum Sort {
    ORIGINAL,
    REPLY,
    REPOST
  }

  /**
   * Which posts are wanted.
   *
   * @param afterId only those with greater ids
   * @param beforeId only those with smaller ids
   * @param without sorts that are left out, so that pages may be short
   */
  public record Wanted(long afterId, long beforeId, List<Sort> without) {
    public Wanted {
      without = List.copyOf(without);
    }

    public static Wanted all() {
      return new Wanted(0, Long.MAX_VALUE, List.of());
    }
  }

  /**
   * Posts of a user, the newest first.
   *
   * @param from 0, or where the page before has this one begin
   */
  public Page<Post> posts(SimulatedUser user, Wanted wanted, long from, int most) {
    long oldest = Math.max(1, user.postCount() - MOST_POSTS + 1);
    long first = Math.max(oldest, firstAfter(user, wanted.afterId(), oldest));
    long newest = from > 0 ? from : firstAfter(user, wanted.beforeId() - 1, oldest) - 1;
    long last = Math.max(first, newest - most + 1);
    List<Post> posts =
        LongStream.rangeClosed(0, newest - last)
            .mapToObj(back -> post(user, newest - back))
            .filter(post -> !wanted.without().contains(post.sort()))
            .toList();
    return new Page<>(posts, last > first ? OptionalLong.of(last - 1) : OptionalLong.empty());
  }

  /** A post that is there, whoever wrote it. */
  public Optional<Post> post(SimulatedUser author, String id) {
    try {
      long wanted = Long.parseLong(id);
      long number = firstAfter(author, wanted - 1, 1);
      return Optional.of(number)
          .filter(known -> known <= author.postCount())
          .map(known -> post(author, known))
          .filter(post -> Long.toString(post.id()).equals(id));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The number of the first post with a greater id; one more than there are if none has. */
  private long firstAfter(SimulatedUser user, long id, long least) {
    long low = least;
    long high = user.postCount() + 1;
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (id(user, middle) > id) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private long id(SimulatedUser user, long number) {
    return Snowflake.of(population.postedAt(user.index(), number), user.index());
  }

  private Post post(SimulatedUser user, long number) {
    Instant time = population.postedAt(user.index(), number);
    double roll = dice.roll(user.index(), number);
    String pattern = TEXTS.get((int) (dice.roll(number, user.index()) * TEXTS.size()));
    Sort sort =
        roll < REPOSTS ? Sort.REPOST : roll < REPOSTS + REPLIES ? Sort.REPLY : Sort.ORIGINAL;
    return new Post(id(user, number), user.id(), time, pattern.formatted("no. " + number), sort);
  }
}
