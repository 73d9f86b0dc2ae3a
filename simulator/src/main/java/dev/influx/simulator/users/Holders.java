package dev.influx.simulator.users;

import dev.influx.simulator.population.Life.Holding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who held which handle when, and whether that can be. */
final class Holders {

  private final Map<String, List<Held>> byHandle = new HashMap<>();
  private final Map<String, FileUsers.Entry> byId = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private record Held(Holding holding, FileUsers.Entry by) {}

  private Holders() {}

  /** All that is wrong between users. */
  static List<String> problems(List<FileUsers.Entry> entries) {
    Holders holders = new Holders();
    entries.forEach(holders::add);
    entries.stream().filter(entry -> Fate.isRecycled(entry.user())).forEach(holders::checkRecycled);
    return holders.problems;
  }

  private void add(FileUsers.Entry entry) {
    FileUsers.Entry same = byId.putIfAbsent(entry.id(), entry);
    if (same != null) {
      problems.add(
          "line " + entry.line() + ": the id " + entry.id() + " is that of line " + same.line());
      return;
    }
    for (Holding holding : entry.life().holdings()) {
      List<Held> others =
          byHandle.computeIfAbsent(folded(holding.handle()), unused -> new ArrayList<>());
      others.stream()
          .filter(other -> other.by().line() != entry.line() && other.holding().overlaps(holding))
          .map(other -> other.by().line())
          .distinct()
          .forEach(line -> taken(entry, holding.handle(), line));
      others.add(new Held(holding, entry));
    }
  }

  private void taken(FileUsers.Entry entry, String handle, int line) {
    String problem = "line %d: the handle %s is at the same time that of line %d";
    problems.add(problem.formatted(entry.line(), handle, line));
  }

  private void checkRecycled(FileUsers.Entry entry) {
    String handle = entry.life().handle();
    Optional<Held> earlier =
        byHandle.getOrDefault(folded(handle), List.of()).stream()
            .filter(held -> held.by().line() != entry.line())
            .findFirst();
    if (earlier.isEmpty()) {
      problems.add("line " + entry.line() + ": nobody had the handle " + handle + " before");
    }
  }

  private static String folded(String handle) {
    return handle.toLowerCase(Locale.ROOT);
  }
}
