package dev.influx.harvester.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.Domain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Days of harvesting with authors of very unequal worth, minutes at a time. */
final class AgendaPropertyTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration MAX_AGE = Duration.ofHours(24);
  private static final List<Domain> DOMAINS = List.of(Domain.values());

  @Test
  void nobodyGetsTooOldWhileThereIsARequestForEachInTheGreatestAge() {
    for (long seed = 0; seed < 15; seed++) {
      Random random = new Random(seed);
      Scene scene = new Scene(random, 20 + random.nextInt(200));
      scene.addAll();
      scene.run(Duration.ofDays(6), 1 + random.nextInt(3) * random.nextDouble());
      assertThat(scene.greatestAge)
          .as("seed %d, %d authors, a burst every %s", seed, scene.authors.size(), scene.step)
          .isLessThanOrEqualTo(MAX_AGE);
      assertThat(scene.wrongOrder).as("younger before older, seed %d", seed).isEmpty();
    }
  }

  @Test
  void newAuthorsDoNotMakeTheOthersTooOld() {
    for (long seed = 0; seed < 15; seed++) {
      Random random = new Random(seed);
      Scene scene = new Scene(random, 100 + random.nextInt(100));
      scene.addAll();
      scene.run(Duration.ofDays(2), 1.5);
      for (int wave = 0; wave < 6; wave++) {
        int before = scene.authors.size();
        scene.add(before / 10);
        scene.run(Duration.ofHours(random.nextInt(30)), 1.1);
      }
      assertThat(scene.greatestAge).as("seed %d", seed).isLessThanOrEqualTo(MAX_AGE);
      assertThat(scene.wrongOrder).as("younger before older, seed %d", seed).isEmpty();
    }
  }

  @Test
  void aStormOfRequestsBeforehandDoesNotMatter() {
    for (long seed = 0; seed < 20; seed++) {
      Scene scene = new Scene(new Random(seed), 200);
      scene.addAll();
      scene.run(Duration.ofHours(30), 20);
      scene.run(Duration.ofDays(3), 1);
      assertThat(scene.greatestAge).as("seed %d", seed).isLessThanOrEqualTo(MAX_AGE);
    }
  }

  @Test
  void whatIsLeftGoesToTheWorthiest() {
    for (long seed = 0; seed < 10; seed++) {
      Scene scene = new Scene(new Random(seed), 300);
      scene.addAll();
      scene.run(Duration.ofDays(2), 2);
      scene.counts.clear();
      scene.run(Duration.ofDays(8), 2);
      double[] mean = scene.meanCountByThirdOfLevels();
      assertThat(mean[2]).as("the worthiest third, seed %d", seed).isGreaterThan(mean[1] * 1.3);
      assertThat(mean[1]).as("the middle third, seed %d", seed).isGreaterThan(mean[0] * 0.9);
      assertThat(mean[0]).as("the rest, seed %d", seed).isGreaterThanOrEqualTo(8);
    }
  }

  @Test
  void withTooFewRequestsEverybodyGetsEquallyOld() {
    for (long seed = 0; seed < 20; seed++) {
      Scene scene = new Scene(new Random(seed), 200);
      scene.addAll();
      scene.run(Duration.ofDays(12), 0.5);
      assertThat(scene.greatestAge)
          .as("seed %d", seed)
          .isBetween(Duration.ofHours(47), Duration.ofHours(50));
    }
  }

  private static final class Author {
    private final String key;
    private final OptionalLong followers;
    private final OptionalDouble volatility;
    private final Set<Domain> domains;
    private Instant since;
    private boolean seen;

    Author(String key, Random random, Instant since) {
      this.key = key;
      double size = Math.pow(10, 2 - Math.log(1 - random.nextDouble()));
      this.followers =
          random.nextInt(10) == 0 ? OptionalLong.empty() : OptionalLong.of((long) size);
      this.volatility =
          random.nextInt(5) == 0
              ? OptionalDouble.empty()
              : OptionalDouble.of(Math.pow(10, -4 + 3.5 * random.nextDouble()));
      this.domains = Set.of(DOMAINS.get(random.nextInt(DOMAINS.size())));
      this.since = since;
    }

    AuthorFacts facts() {
      return new AuthorFacts(
          key,
          domains,
          followers,
          volatility,
          Optional.empty(),
          seen ? Optional.of(since) : Optional.empty());
    }

    boolean isLike(Author other, Urgency urgency) {
      return seen == other.seen
          && (seen
              ? urgency.level(facts()) == urgency.level(other.facts())
              : urgency.rank(facts()) == urgency.rank(other.facts()));
    }
  }

  private static final class Scene {
    private final Random random;
    private final Urgency urgency =
        new Urgency(
            Map.of(
                Domain.AI_RESEARCH, new DomainNeed(1, 1_000, 300),
                Domain.EDTECH, new DomainNeed(2, 300, 10)));
    private final Duration step;
    private final int first;
    private final Agenda agenda;
    private final Map<String, Author> authors = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<String> wrongOrder = new ArrayList<>();
    private Duration greatestAge = Duration.ZERO;
    private Instant now = START;
    private double requests;

    Scene(Random random, int first) {
      this.random = random;
      this.first = first;
      this.step = Duration.ofMinutes(List.of(1, 5, 15).get(random.nextInt(3)));
      this.agenda =
          new Agenda(
              urgency, new Cadence(MAX_AGE, Duration.ofMinutes(random.nextInt(360)), step), START);
    }

    void addAll() {
      add(first);
    }

    void add(int count) {
      for (int i = 0; i < count; i++) {
        Author author = new Author("author" + authors.size(), random, now);
        authors.put(author.key, author);
        agenda.put(author.facts(), now);
      }
    }

    /**
     * Requests come in bursts at the beginning of each step.
     *
     * @param capacity requests in the greatest age for each author
     */
    void run(Duration time, double capacity) {
      Instant end = now.plus(time);
      while (now.isBefore(end)) {
        requests += capacity * authors.size() * step.toMillis() / (double) MAX_AGE.toMillis();
        List<String> next = agenda.next((int) (requests + 1e-6), now);
        requests = next.isEmpty() ? Math.min(requests, 1) : requests - next.size();
        checkOrder(next);
        next.forEach(this::fetch);
        now = now.plus(step);
        authors.values().forEach(author -> age(author, now));
      }
    }

    private void fetch(String key) {
      Author author = authors.get(key);
      age(author, now);
      author.seen = true;
      author.since = now;
      counts.merge(key, 1, Integer::sum);
      agenda.put(author.facts(), now);
    }

    private void age(Author author, Instant at) {
      Duration age = Duration.between(author.since, at);
      greatestAge = age.compareTo(greatestAge) > 0 ? age : greatestAge;
    }

    /** Looks at what was not handed out although it is older than the like of it that was. */
    private void checkOrder(List<String> next) {
      if (next.isEmpty() || random.nextInt(20) > 0) {
        return;
      }
      Set<String> handedOut = Set.copyOf(next);
      Author one = authors.get(next.get(next.size() - 1));
      authors.values().stream()
          .filter(other -> !handedOut.contains(other.key))
          .filter(other -> other.since.isBefore(one.since) && other.isLike(one, urgency))
          .forEach(other -> wrongOrder.add(other.key + " after " + one.key));
    }

    double[] meanCountByThirdOfLevels() {
      List<Author> byLevel = new ArrayList<>(authors.values());
      byLevel.sort(Comparator.comparingInt(a -> urgency.level(a.facts())));
      double[] mean = new double[3];
      int third = byLevel.size() / 3;
      for (int i = 0; i < third * 3; i++) {
        mean[i / third] += counts.getOrDefault(byLevel.get(i).key, 0) / (double) third;
      }
      return mean;
    }
  }
}
