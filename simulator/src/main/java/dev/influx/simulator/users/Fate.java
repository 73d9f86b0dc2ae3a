package dev.influx.simulator.users;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.simulator.population.Life;
import dev.influx.simulator.population.Life.Event;
import dev.influx.simulator.population.Life.What;
import dev.influx.simulator.population.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads what a line says of a user beyond what X would: its truth, and what becomes of it. */
final class Fate {

  /** X has no key that begins so. */
  static final String KEY = "_sim";

  private static final Set<String> TEXTS =
      Set.of("status", "domain", "kind", "at", "until", "old", "new");
  private static final Set<String> STATUSES =
      Set.of("active", "suspended", "deleted", "protected", "withheld", "renamed", "recycled");

  private final JsonNode user;
  private final JsonNode said;
  private final List<String> problems = new ArrayList<>();

  private Fate(JsonNode user) {
    this.user = user;
    this.said = user.path(KEY);
  }

  /** All that is wrong with the fate of a user whose shape is right. */
  static List<String> problems(JsonNode user) {
    Fate fate = new Fate(user);
    fate.check();
    return fate.problems;
  }

  /** The life of a user without problems. */
  static Life life(JsonNode user) {
    Fate fate = new Fate(user);
    return new Life(user.get("username").textValue(), fate.events());
  }

  static String domain(JsonNode user) {
    return user.path(KEY).path("domain").asText();
  }

  static String kind(JsonNode user) {
    return user.path(KEY).path("kind").asText();
  }

  /** Whether the user takes over the handle of somebody else. */
  static boolean isRecycled(JsonNode user) {
    return user.path(KEY).path("status").asText().equals("recycled");
  }

  private String status() {
    return said.path("status").asText("active");
  }

  private void check() {
    said.properties()
        .forEach(
            entry -> {
              String key = entry.getKey();
              if (key.equals("countries")) {
                problem(!isCodes(entry.getValue()), "is not a list of country codes", key);
              } else if (!TEXTS.contains(key)) {
                problems.add("unknown key " + KEY + "." + key);
              } else {
                problem(!entry.getValue().isTextual(), "is not a string", key);
              }
            });
    if (problems.isEmpty()) {
      checkStatus();
    }
  }

  private void checkStatus() {
    if (!STATUSES.contains(status())) {
      problems.add(
          KEY + ".status " + status() + " is none of " + STATUSES.stream().sorted().toList());
      return;
    }
    boolean renamed = status().equals("renamed");
    boolean lasting = Set.of("suspended", "protected", "withheld").contains(status());
    boolean timed = !status().equals("active");
    require("countries", status().equals("withheld"), status().equals("withheld"));
    require("at", renamed || isRecycled(user), timed);
    require("until", false, lasting);
    require("old", renamed, renamed);
    require("new", renamed, renamed);
    List.of("at", "until").stream()
        .filter(said::has)
        .forEach(key -> problem(!UserShape.isTime(said.get(key)), "is not a time", key));
    problem(
        said.has("old") && !said.get("old").equals(user.get("username")),
        "is not the username, which is the one at the start",
        "old");
    problem(
        said.has("new") && !UserShape.HANDLE.matcher(said.get("new").asText()).matches(),
        "is not a handle",
        "new");
    problem(
        problems.isEmpty() && said.has("until") && !time("until").isAfter(begin()),
        "is not after the beginning",
        "until");
  }

  private void require(String key, boolean needed, boolean allowed) {
    problem(needed && !said.has(key), "is missing: " + status() + " needs it", key);
    problem(!allowed && said.has(key), "has no meaning with " + status(), key);
  }

  private void problem(boolean wrong, String what, String key) {
    if (wrong) {
      problems.add(KEY + "." + key + " " + what);
    }
  }

  private List<Event> events() {
    List<Event> events = new ArrayList<>();
    if (user.path("protected").asBoolean() && !status().equals("protected")) {
      events.add(Event.of(Population.START, What.PROTECTED));
    }
    switch (status()) {
      case "suspended" -> span(events, What.SUSPENDED, What.REINSTATED);
      case "protected" -> span(events, What.PROTECTED, What.OPENED);
      case "deleted" -> events.add(Event.of(begin(), What.DELETED));
      case "withheld" -> withhold(events);
      case "renamed" -> events.add(new Event(begin(), What.RENAMED, said.get("new").textValue()));
      case "recycled" -> events.add(Event.of(begin(), What.JOINED));
      default -> {}
    }
    return events;
  }

  private void span(List<Event> events, What begins, What ends) {
    events.add(Event.of(begin(), begins));
    until().ifPresent(end -> events.add(Event.of(end, ends)));
  }

  private void withhold(List<Event> events) {
    String countries =
        StreamSupport.stream(said.get("countries").spliterator(), false)
            .map(JsonNode::textValue)
            .collect(Collectors.joining(","));
    events.add(new Event(begin(), What.WITHHELD, countries));
    until().ifPresent(end -> events.add(Event.of(end, What.WITHHELD)));
  }

  private Instant begin() {
    return said.has("at") ? time("at") : Population.START;
  }

  private Optional<Instant> until() {
    return said.has("until") ? Optional.of(time("until")) : Optional.empty();
  }

  private Instant time(String key) {
    return Instant.parse(said.get(key).textValue());
  }

  private static boolean isCodes(JsonNode node) {
    return node.isArray()
        && !node.isEmpty()
        && StreamSupport.stream(node.spliterator(), false)
            .allMatch(code -> code.isTextual() && code.textValue().matches("[A-Z]{2}"));
  }
}
