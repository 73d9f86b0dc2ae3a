package dev.influx.harvester.plan;

import dev.influx.harvester.api.Lookup;
import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.api.Page;
import dev.influx.harvester.api.Page.Problem;
import dev.influx.harvester.api.Page.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a page says of each key that was asked for. Users and problems are joined to keys by what
 * they name, never by their order, which X does not promise.
 *
 * @param findings by folded key, for every key that was asked for
 * @param unasked users whom nobody asked for: they are not published
 */
record Reconciliation(Map<String, Finding> findings, List<User> unasked) {

  /** What a page says of one key; the sighting is there when the author was found. */
  record Finding(Ending ending, Optional<Sighting> sighting, Optional<String> detail) {
    private static final Finding NOTHING =
        new Finding(Ending.UNACCOUNTED, Optional.empty(), Optional.empty());
  }

  static Reconciliation of(Lookup lookup, Page page) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    lookup.keys().forEach(key -> findings.put(By.fold(key), Finding.NOTHING));
    page.problems().forEach(problem -> note(problem, lookup.by(), findings));
    List<User> unasked = new ArrayList<>();
    for (User user : page.users()) {
      Optional<String> key = keyOf(user, lookup.by()).filter(findings::containsKey);
      // a user who is there outweighs a problem, which then is about a part of the answer
      key.ifPresentOrElse(k -> findings.put(k, finding(user)), () -> unasked.add(user));
    }
    return new Reconciliation(findings, unasked);
  }

  private static Optional<String> keyOf(User user, By by) {
    return (by == By.ID ? user.id() : user.handle()).map(By::fold);
  }

  private static Finding finding(User user) {
    return user.reading()
        .fold(
            author ->
                new Finding(
                    Ending.FOUND,
                    Optional.of(new Sighting(author.id(), author.profile(), user.raw())),
                    Optional.empty()),
            unreadable ->
                new Finding(
                    Ending.UNAVAILABLE,
                    Optional.empty(),
                    Optional.of(
                        "the user object cannot be read: "
                            + String.join("; ", unreadable.problems()))));
  }

  private static void note(Problem problem, By by, Map<String, Finding> findings) {
    if (!ProblemReading.isAboutUser(problem, by)) {
      return;
    }
    Stream.of(problem.value(), problem.resourceId(), ProblemReading.keyInDetail(problem))
        .flatMap(Optional::stream)
        .map(By::fold)
        .filter(findings::containsKey)
        .findFirst()
        .ifPresent(
            key ->
                findings.put(
                    key,
                    new Finding(
                        ProblemReading.ending(problem),
                        Optional.empty(),
                        problem.detail().or(problem::title))));
  }
}
