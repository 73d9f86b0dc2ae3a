package dev.influx.simulator.world;

import dev.influx.simulator.population.Life;
import dev.influx.simulator.population.Life.Event;
import dev.influx.simulator.population.Life.What;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.SimulatedSeed;
import dev.influx.simulator.population.Truth;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All synthetic authors of one seed, computed when they are asked for. Authors change their handles
 * and come and go as their fates have it; a handle that somebody let go of may be taken over by a
 * newcomer with another id.
 */
public final class World implements Population {

  /** Every author that is there at the start joined earlier. */
  public static final Instant START = Population.START;

  public static final int MOST_AUTHORS = Births.MOST_AUTHORS;

  private static final int AUTHORS_PER_GHOST = 100;

  private final long seed;
  private final int size;
  private final Handles handles;
  private final Births births;
  private final Fates fates;

  private World(long seed, int size, Shares shares) {
    this.seed = seed;
    this.size = size;
    this.handles = new Handles(seed);
    this.births = new Births(seed);
    this.fates = new Fates(handles, shares);
  }

  public static World of(long seed, int authors) {
    return of(seed, authors, Shares.usual());
  }

  public static World of(long seed, int authors, Shares shares) {
    if (authors < 1 || authors > MOST_AUTHORS) {
      throw new IllegalArgumentException("a world has 1 to " + MOST_AUTHORS + " authors");
    }
    return new World(seed, authors, shares);
  }

  @Override
  public int size() {
    return size;
  }

  /** The author with an index from 0 up to, but without, the size, even if it is gone. */
  public SimulatedAuthor author(int index, Instant time) {
    return maker(origin(checked(index))).at(sinceStart(time));
  }

  @Override
  public Optional<SimulatedAuthor> at(int index, Instant time) {
    return Optional.of(author(index, time)).filter(author -> author.standing().exists());
  }

  @Override
  public Optional<SimulatedAuthor> byHandle(String handle, Instant time) {
    OptionalInt index = Handles.index(handle);
    if (index.isEmpty() || index.getAsInt() >= size) {
      return Optional.empty();
    }
    return Stream.of(Optional.of(origin(index.getAsInt())), newcomer(index.getAsInt()))
        .flatMap(Optional::stream)
        .filter(origin -> holds(origin, handle, sinceStart(time)))
        .findFirst()
        .map(origin -> maker(origin).at(sinceStart(time)));
  }

  @Override
  public Optional<SimulatedAuthor> byId(String id, Instant time) {
    return originOf(id)
        .map(origin -> maker(origin).at(sinceStart(time)))
        .filter(author -> author.standing().exists());
  }

  @Override
  public Outline outline(int index) {
    Origin fateless =
        new Origin(new Draws(seed, checked(index)), births.of(index), new Life("", List.of()));
    Growth growth = maker(fateless).growth();
    String domain = Handles.topic(new Draws(seed, index)).domain();
    return new Outline(domain, growth.followersBefore(), growth.followingBefore());
  }

  @Override
  public Instant postedAt(int index, long number) {
    Optional<Origin> origin =
        index < Births.NEWCOMERS
            ? Optional.of(origin(checked(index)))
            : newcomer(checked(index - Births.NEWCOMERS));
    return maker(origin.orElseThrow()).growth().postedAt(number);
  }

  /** Every author, and after each hundred a handle that nobody has. */
  @Override
  public Stream<SimulatedSeed> seeds() {
    return IntStream.range(0, size).boxed().flatMap(this::seedsAt);
  }

  /** A newcomer follows the author whose handle it takes over. */
  @Override
  public Stream<Truth> truth() {
    return IntStream.range(0, size)
        .boxed()
        .flatMap(i -> Stream.concat(Stream.of(origin(i)), newcomer(i).stream()))
        .map(origin -> maker(origin).truth());
  }

  @Override
  public Optional<Truth> truth(String id) {
    return originOf(id).map(origin -> maker(origin).truth());
  }

  private Stream<SimulatedSeed> seedsAt(int index) {
    Draws draws = new Draws(seed, index);
    SimulatedSeed author =
        new SimulatedSeed(handles.of(index), Handles.topic(draws).domain(), START);
    boolean ghostFollows = index % AUTHORS_PER_GHOST == AUTHORS_PER_GHOST - 1 || size == index + 1;
    return ghostFollows ? Stream.of(author, ghost(index)) : Stream.of(author);
  }

  private SimulatedSeed ghost(int index) {
    Topic topic = new Draws(seed, index).pick(Trait.GHOST, Topic.ALL);
    return new SimulatedSeed(Handles.ofNobody(index), topic.domain(), START);
  }

  private Origin origin(int index) {
    Draws draws = new Draws(seed, index);
    return new Origin(draws, births.of(index), fates.of(draws));
  }

  /** Who takes over the handle that an author lets go of. */
  private Optional<Origin> newcomer(int index) {
    Draws draws = new Draws(seed, index);
    Life life = fates.of(draws);
    return fates
        .recycled(draws, life)
        .map(
            joined ->
                new Origin(
                    new Draws(seed, Births.NEWCOMERS + index),
                    joined,
                    new Life(life.handle(), List.of(Event.of(joined, What.JOINED)))));
  }

  private Optional<Origin> originOf(String id) {
    try {
      long number = Long.parseLong(id);
      return Optional.of(births.index(number))
          .flatMap(this::anyOrigin)
          .filter(origin -> Long.toString(births.id(origin.birth(), origin.index())).equals(id));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Optional<Origin> anyOrigin(int index) {
    if (index < size) {
      return Optional.of(origin(index));
    }
    int left = index - Births.NEWCOMERS;
    return left >= 0 && left < size ? newcomer(left) : Optional.empty();
  }

  private AuthorMaker maker(Origin origin) {
    return new AuthorMaker(handles, births, origin);
  }

  private int checked(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("no author " + index + " among " + size);
    }
    return index;
  }

  private static boolean holds(Origin origin, String handle, Instant time) {
    Life.State state = origin.life().at(time);
    return state.standing().exists() && state.handle().equalsIgnoreCase(handle);
  }

  private static Instant sinceStart(Instant time) {
    return time.isBefore(START) ? START : time;
  }
}
