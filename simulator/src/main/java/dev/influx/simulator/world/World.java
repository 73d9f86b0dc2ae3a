package dev.influx.simulator.world;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All synthetic authors of one seed, computed when they are asked for. */
public final class World {

  /** Before this, nothing moves; every author joined earlier. */
  public static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  public static final int MOST_AUTHORS = Births.MOST_AUTHORS;

  private static final int AUTHORS_PER_GHOST = 100;

  private final long seed;
  private final int size;
  private final Handles handles;
  private final Births births;

  private World(long seed, int size) {
    this.seed = seed;
    this.size = size;
    this.handles = new Handles(seed);
    this.births = new Births(seed);
  }

  public static World of(long seed, int authors) {
    if (authors < 1 || authors > MOST_AUTHORS) {
      throw new IllegalArgumentException("a world has 1 to " + MOST_AUTHORS + " authors");
    }
    return new World(seed, authors);
  }

  public int size() {
    return size;
  }

  /** The author with an index from 0 up to, but without, the size. */
  public SimulatedAuthor author(int index, Instant time) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("no author " + index + " among " + size);
    }
    return new AuthorMaker(handles, births, new Draws(seed, index)).at(time);
  }

  /** The author with a handle, whatever its case. */
  public Optional<SimulatedAuthor> byHandle(String handle, Instant time) {
    return at(handles.index(handle, size), time);
  }

  /** The author with an id, which is written in one way only. */
  public Optional<SimulatedAuthor> byId(String id, Instant time) {
    try {
      long number = Long.parseLong(id);
      return Long.toString(number).equals(id) ? at(births.index(number, size), time) : nobody();
    } catch (NumberFormatException e) {
      return nobody();
    }
  }

  /** Every author, and after each hundred a handle that nobody has. */
  public Stream<SimulatedSeed> seeds() {
    return IntStream.range(0, size).boxed().flatMap(this::seedsAt);
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

  private Optional<SimulatedAuthor> at(OptionalInt index, Instant time) {
    return index.isPresent() ? Optional.of(author(index.getAsInt(), time)) : nobody();
  }

  private static Optional<SimulatedAuthor> nobody() {
    return Optional.empty();
  }
}
