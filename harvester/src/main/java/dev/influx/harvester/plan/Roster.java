package dev.influx.harvester.plan;

import dev.influx.harvester.api.Lookup;
import dev.influx.harvester.draw.DrawOrder;
import dev.influx.harvester.schedule.Agenda;
import dev.influx.harvester.schedule.AuthorFacts;
import dev.influx.harvester.schedule.Cadence;
import dev.influx.harvester.schedule.DomainNeed;
import dev.influx.harvester.schedule.Urgency;
import dev.influx.lists.Domain;
import dev.influx.lists.seeds.Seed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The authors to look after for ever: who they are as far as is known, and an agenda that says who
 * is asked for next. Belongs to one thread.
 */
public final class Roster implements Assignment {
  private static final Duration PARKED = Duration.ofMinutes(1);

  private final Map<String, Author> authors = new LinkedHashMap<>();
  private final Map<String, Author> byId = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Deque<Parked> parked = new ArrayDeque<>();
  private final Agenda agenda;
  private final Duration pause;
  private int neverAsked;
  private Instant began;

  private record Parked(String key, Instant until) {}

  private Roster(
      Collection<Seed> seeds,
      Map<Domain, DomainNeed> needs,
      Cadence cadence,
      List<Remembered> known,
      Instant now) {
    this.agenda = new Agenda(new Urgency(needs), cadence, now);
    this.began = now;
    this.pause = cadence.maxAge().compareTo(PARKED) < 0 ? cadence.maxAge() : PARKED;
    for (Seed seed : seeds) {
      Occasion occasion = Occasion.of(seed);
      authors.merge(
          occasion.key(), new Author(occasion), (author, repeated) -> with(author, occasion));
    }
    known.forEach(this::recall);
    List<AuthorFacts> facts = authors.values().stream().map(Author::facts).toList();
    for (AuthorFacts each : new DrawOrder(needs).of(facts)) {
      neverAsked += each.lastFetched().isEmpty() ? 1 : 0;
      agenda.put(each, now);
    }
    agenda.catchUp(now);
  }

  /**
   * Authors who are new, or of whom a journal tells.
   *
   * @param needs of the domains that have any
   * @param known what the journal has, oldest first
   */
  public static Roster of(
      Collection<Seed> seeds,
      Map<Domain, DomainNeed> needs,
      Cadence cadence,
      List<Remembered> known,
      Instant now) {
    return new Roster(seeds, needs, cadence, known, now);
  }

  private static Author with(Author author, Occasion occasion) {
    author.add(occasion);
    return author;
  }

  private void recall(Remembered entry) {
    Author author = authors.get(entry.key());
    if (author != null) {
      author.hear(entry);
      unite(author);
    }
  }

  /** Seeds that turn out to be the same author become one. */
  private Author unite(Author author) {
    if (author.id().isEmpty()) {
      return author;
    }
    Author first = byId.putIfAbsent(author.id().get(), author);
    if (first == null || first == author) {
      return author;
    }
    first.join(author);
    author.occasions().forEach(occasion -> authors.put(occasion.key(), first));
    agenda.remove(author.key());
    return first;
  }

  @Override
  public void open(Set<String> outcomes) {
    open.addAll(outcomes);
  }

  @Override
  public Beginning beginning() {
    return Beginning.of(neverAsked);
  }

  @Override
  public Iterator<Target> due(Instant now) {
    while (!parked.isEmpty() && !parked.peek().until().isAfter(now)) {
      agenda.giveBack(parked.remove().key());
    }
    began = now;
    return new Due(now);
  }

  /** Draws from the agenda as many as a request takes. */
  private final class Due implements Iterator<Target> {
    private final Instant now;
    private final Deque<String> drawn = new ArrayDeque<>();

    Due(Instant now) {
      this.now = now;
    }

    @Override
    public boolean hasNext() {
      if (drawn.isEmpty()) {
        drawn.addAll(agenda.next(Lookup.MOST_KEYS, now));
      }
      return !drawn.isEmpty();
    }

    @Override
    public Target next() {
      return authors.get(drawn.remove()).target(open);
    }
  }

  @Override
  public void settle(Settled settled) {
    for (Occasion occasion : settled.target().occasions()) {
      if (settled.ending() == Ending.FOUND) {
        open.remove(occasion.key());
      } else {
        open.add(occasion.key());
      }
    }
    settle(authors.get(settled.target().occasions().get(0).key()), settled);
  }

  private void settle(Author author, Settled settled) {
    if (settled.ending() == Ending.INVALID) {
      agenda.remove(author.key());
    } else if (settled.ending() == Ending.UNAVAILABLE) {
      parked.add(new Parked(author.key(), began.plus(pause)));
    } else {
      author.hear(Remembered.of(author.occasions().get(0), settled));
      author.askedAfter(began);
      agenda.put(unite(author).facts(), began);
    }
  }

  @Override
  public Instant nextDue(Instant now) {
    Instant next = agenda.nextDue(Math.min(Lookup.MOST_KEYS, agenda.size()), now);
    return parked.isEmpty() || parked.peek().until().isAfter(next) ? next : parked.peek().until();
  }
}
