package dev.influx.simulator.graph;

import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.Population.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The lists that people keep: some for each domain, the first the longest, their members mostly of
 * the domain.
 */
public final class Lists {

  public static final String CSV_HEADER = "id,domain,name";

  private static final List<String> NAMES =
      List.of("Everybody in", "Worth reading on", "Rising in", "The core of");
  private static final long FIRST_ID = 1_500_000_001L;

  /** As X has it. */
  private static final int MOST_MEMBERS = 5_000;

  private static final double FOLLOWERS_FOR_ALL = 20_000;
  private static final double FROM_ELSEWHERE = 0.01;

  private final Population population;
  private final List<String> domains;
  private final Ring ring;
  private final Dice dice;

  private Lists(Population population, long seed) {
    this.population = population;
    this.domains = domains(population);
    this.ring = new Ring(population.size(), Dice.mix(seed));
    this.dice = new Dice(Dice.mix(seed + 1));
  }

  public static Lists of(Population population, long seed) {
    return new Lists(population, seed);
  }

  /** A list without its members. */
  public record UserList(String id, String domain, String name, int number) {
    public String csv() {
      return String.join(",", id, domain, name);
    }
  }

  public List<UserList> all() {
    return IntStream.range(0, domains.size() * NAMES.size()).mapToObj(this::list).toList();
  }

  public Optional<UserList> byId(String id) {
    return all().stream().filter(list -> list.id().equals(id)).findFirst();
  }

  /**
   * The members of a list.
   *
   * @param from 0, or where the page before has this one begin
   */
  public Page<Integer> members(UserList list, long from, int most) {
    List<Integer> found = new ArrayList<>();
    int last = Math.min(ring.size(), MOST_MEMBERS * domains.size());
    for (int seat = (int) Math.min(from, last); seat < last; seat++) {
      int place = ring.place(seat);
      if (isOn(list, place)) {
        if (found.size() == most) {
          return new Page<>(found, OptionalLong.of(seat));
        }
        found.add(place);
      }
    }
    return new Page<>(found, OptionalLong.empty());
  }

  private UserList list(int number) {
    String domain = domains.get(number / NAMES.size());
    String name = NAMES.get(number % NAMES.size()) + " " + domain;
    return new UserList(Long.toString(FIRST_ID + number), domain, name, number);
  }

  private boolean isOn(UserList list, int place) {
    Outline outline = population.outline(place);
    double renown = Math.min(1, Math.sqrt((outline.followers() + 1) / FOLLOWERS_FOR_ALL));
    double choice = renown / (1 + list.number() % NAMES.size());
    boolean fits = outline.domain().equals(list.domain());
    return dice.roll(list.number(), place) < choice * (fits ? 1 : FROM_ELSEWHERE);
  }

  /** Those of a sample: nobody counts a million. */
  private static List<String> domains(Population population) {
    return IntStream.range(0, Math.min(population.size(), 1_000))
        .mapToObj(place -> population.outline(place).domain())
        .flatMap(domain -> domain.isEmpty() ? Stream.empty() : Stream.of(domain))
        .distinct()
        .sorted()
        .toList();
  }
}
