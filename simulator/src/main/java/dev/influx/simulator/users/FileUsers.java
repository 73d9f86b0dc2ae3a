package dev.influx.simulator.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.influx.simulator.population.Life;
import dev.influx.simulator.population.Life.Holding;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.SimulatedSeed;
import dev.influx.simulator.population.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The users of one file, in its order. Their numbers stand still. */
final class FileUsers implements Population {

  /** Where posts begin if neither object nor id says when the user joined. */
  private static final Instant EARLIEST = Instant.parse("2010-11-06T00:00:00Z");

  private final List<Entry> entries;
  private final Map<String, Integer> byId = new HashMap<>();
  private final Map<String, List<Integer>> byHandle = new HashMap<>();

  FileUsers(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    for (int index = 0; index < entries.size(); index++) {
      byId.put(entries.get(index).id(), index);
      for (Holding holding : entries.get(index).life().holdings()) {
        byHandle.computeIfAbsent(folded(holding.handle()), unused -> new ArrayList<>()).add(index);
      }
    }
  }

  /** A user with its place in the file. */
  record Entry(int line, ObjectNode user, Life life) {
    String id() {
      return user.get("id").textValue();
    }
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public Optional<FileUser> byHandle(String handle, Instant time) {
    return byHandle.getOrDefault(folded(handle), List.of()).stream()
        .flatMap(index -> at(index, time).stream())
        .filter(user -> folded(user.handle()).equals(folded(handle)))
        .findFirst();
  }

  @Override
  public Optional<FileUser> byId(String id, Instant time) {
    return Optional.ofNullable(byId.get(id)).flatMap(index -> at(index, time));
  }

  @Override
  public Optional<FileUser> at(int index, Instant time) {
    Entry entry = entries.get(index);
    Instant since = time.isBefore(START) ? START : time;
    return Optional.of(new FileUser(index, entry.user(), entry.life().at(since)))
        .filter(user -> user.standing().exists());
  }

  @Override
  public Outline outline(int index) {
    JsonNode user = entries.get(index).user();
    JsonNode metrics = user.path("public_metrics");
    return new Outline(
        Fate.domain(user),
        metrics.path("followers_count").asLong(),
        metrics.path("following_count").asLong());
  }

  /** At even distances from joining to the start. */
  @Override
  public Instant postedAt(int index, long number) {
    Entry entry = entries.get(index);
    long posts = new FileUser(index, entry.user(), entry.life().at(START)).postCount();
    Instant joined =
        entry.user().has("created_at")
            ? Instant.parse(entry.user().get("created_at").textValue())
            : EARLIEST;
    double share = number / (posts + 1.0);
    return joined.plusMillis((long) (Duration.between(joined, START).toMillis() * share));
  }

  /** Who takes over a handle later is not yet there to be looked at. */
  @Override
  public Stream<SimulatedSeed> seeds() {
    return entries.stream()
        .filter(entry -> !Fate.isRecycled(entry.user()))
        .map(entry -> new SimulatedSeed(entry.life().handle(), Fate.domain(entry.user()), START));
  }

  @Override
  public Stream<Truth> truth() {
    return IntStream.range(0, entries.size()).mapToObj(this::truth);
  }

  @Override
  public Optional<Truth> truth(String id) {
    return Optional.ofNullable(byId.get(id)).map(this::truth);
  }

  private Truth truth(int index) {
    Entry entry = entries.get(index);
    return new Truth(
        index, entry.id(), Fate.domain(entry.user()), Fate.kind(entry.user()), entry.life());
  }

  private static String folded(String handle) {
    return handle.toLowerCase(Locale.ROOT);
  }
}
