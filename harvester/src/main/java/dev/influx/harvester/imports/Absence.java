package dev.influx.harvester.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.api.Page.Problem;
import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.ProblemReading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That somebody was asked for and not found, as X or a script says it.
 *
 * @param asked the handle or the id
 */
record Absence(String asked, By by, Ending ending, Optional<String> detail) {
  private static final List<String> HANDLES = List.of("username", "handle", "screen_name");

  /** Nothing if the object is no such word, or is about something else than a user. */
  static Optional<Absence> in(JsonNode object) {
    return isProblem(object) ? ofProblem(Problem.of(object)) : ofScript(object);
  }

  /** Every member of a problem may be missing. */
  static boolean isProblem(JsonNode object) {
    boolean says = object.hasNonNull("title") || object.hasNonNull("detail");
    return says
        && Stream.of("parameter", "value", "resource_id", "resource_type", "type")
            .anyMatch(object::hasNonNull)
        && !object.hasNonNull("id");
  }

  private static Optional<Absence> ofProblem(Problem problem) {
    By by = ProblemReading.isAboutUser(problem, By.ID) && namesId(problem) ? By.ID : By.HANDLE;
    if (!ProblemReading.isAboutUser(problem, by)) {
      return Optional.empty();
    }
    return Stream.of(problem.value(), problem.resourceId(), ProblemReading.keyInDetail(problem))
        .flatMap(Optional::stream)
        .filter(by::accepts)
        .findFirst()
        .map(
            asked ->
                new Absence(
                    asked,
                    by,
                    ProblemReading.ending(problem),
                    problem.detail().or(problem::title)));
  }

  private static boolean namesId(Problem problem) {
    return problem.parameter().filter(name -> name.equals("id") || name.equals("ids")).isPresent();
  }

  private static Optional<Absence> ofScript(JsonNode object) {
    Optional<String> said =
        Stream.of("status", "error")
            .map(object::get)
            .filter(word -> word != null && word.isTextual())
            .map(JsonNode::textValue)
            .findFirst();
    return HANDLES.stream()
        .map(object::get)
        .filter(handle -> handle != null && handle.isTextual())
        .map(JsonNode::textValue)
        .filter(By.HANDLE::accepts)
        .findFirst()
        .filter(handle -> !object.hasNonNull("id"))
        .flatMap(handle -> said.map(word -> new Absence(handle, By.HANDLE, ending(word), said)));
  }

  private static Ending ending(String word) {
    String said = word.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    if (said.contains("suspended")) {
      return Ending.SUSPENDED;
    } else if (said.contains("not found") || said.contains("could not find")) {
      return Ending.NOT_FOUND;
    }
    return said.contains("protected") || said.contains("forbidden")
        ? Ending.FORBIDDEN
        : Ending.UNAVAILABLE;
  }
}
