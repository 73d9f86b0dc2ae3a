package dev.influx.harvester.plan;

import dev.influx.harvester.region.Region;
import dev.influx.harvester.schedule.AuthorFacts;
import dev.influx.harvester.schedule.Volatility;
import dev.influx.lists.Domain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a roster knows of one author. Belongs to the thread of the roster. */
final class Author {
  private final String key;
  private final List<Occasion> occasions = new ArrayList<>(1);
  private Optional<String> id = Optional.empty();
  private String handle;
  private OptionalLong followers = OptionalLong.empty();
  private Volatility volatility = Volatility.UNKNOWN;
  private Optional<Region> region = Optional.empty();
  private Optional<Instant> lastFetched = Optional.empty();

  Author(Occasion occasion) {
    this.key = occasion.key();
    this.handle = occasion.name();
    occasions.add(occasion);
  }

  String key() {
    return key;
  }

  Optional<String> id() {
    return id;
  }

  List<Occasion> occasions() {
    return occasions;
  }

  void add(Occasion occasion) {
    occasions.add(occasion);
  }

  /** Somebody who turned out to be the same author. */
  void join(Author other) {
    occasions.addAll(other.occasions);
  }

  /** Takes note of what a journal or an answer tells. */
  void hear(Remembered entry) {
    lastFetched = Optional.of(entry.at());
    id = entry.id().or(() -> id);
    entry.handle().ifPresent(seen -> handle = seen);
    followers = entry.followers().isPresent() ? entry.followers() : followers;
    volatility = volatility.after(entry.followers(), entry.posts(), entry.at());
    region = entry.region().flatMap(Region::find).or(() -> region);
  }

  /** Whatever the clock says that an answer has its time from: it was not asked before that. */
  void askedAfter(Instant time) {
    lastFetched = lastFetched.map(fetched -> fetched.isBefore(time) ? time : fetched);
  }

  AuthorFacts facts() {
    Set<Domain> domains = EnumSet.noneOf(Domain.class);
    occasions.forEach(occasion -> occasion.domain().ifPresent(domains::add));
    return new AuthorFacts(key, domains, followers, volatility.perDay(), region, lastFetched);
  }

  Target target(Set<String> open) {
    Set<String> ofAuthor = new HashSet<>();
    occasions.stream().map(Occasion::key).filter(open::contains).forEach(ofAuthor::add);
    return new Target(occasions, id, Optional.of(handle), ofAuthor);
  }
}
