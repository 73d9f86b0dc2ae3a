package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The directions of the house, over every class of influx; and that each rule can be broken. */
class ArchitectureTest {
  private static final String BROKEN = "dev.influx.app.violations";

  private static final Pattern FIRST_NAME =
      Pattern.compile("<" + Pattern.quote(BROKEN) + "\\.([a-z.]+[A-Z]\\w*)");

  private static final JavaClasses INFLUX =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.influx");

  private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(BROKEN);

  /** Which classes of the broken tree break which rule. */
  private static final Map<String, List<String>> BREAKERS =
      Map.ofEntries(
          Map.entry(
              "pure code knows neither Kafka nor HTTP",
              List.of(
                  "monitor.lag.KnowsKafka",
                  "scorer.activity.OpensConnection",
                  "scorer.model.KnowsHttp",
                  "validator.KnowsKafka")),
          Map.entry(
              "pure code does not ask for the time",
              List.of(
                  "scorer.activity.CallsNow",
                  "scorer.activity.HandsNowOn",
                  "scorer.model.HoldsClock",
                  "scorer.model.MakesDate",
                  "validator.CountsMillis",
                  "validator.CountsNanos")),
          Map.entry(
              "the parts meet only in topics", List.of("harvester.UsesSink", "monitor.UsesScorer")),
          Map.entry(
              "only embedded sees the broker",
              List.of("runtime.SeesServer", "scorer.SeesMetadata")),
          Map.entry(
              "only Main ends the JVM",
              List.of("app.ExitsToo", "harvester.HandsExitOn", "sink.Halts")),
          Map.entry("there is one main", List.of("simulator.MainToo")),
          Map.entry("only app prints", List.of("lists.PrintsTrace", "schemas.PrintsLine")),
          Map.entry(
              "modules use what the table of the house says",
              List.of(
                  "harvester.UsesSink",
                  "lists.UsesRuntime",
                  "monitor.UsesScorer",
                  "runtime.UsesLists")),
          Map.entry(
              "modules are free of cycles", List.of("lists.UsesRuntime", "runtime.UsesLists")));

  static Stream<Arguments> rules() {
    return new DirectionRules("dev.influx")
        .all().entrySet().stream().map(rule -> Arguments.of(rule.getKey(), rule.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void isKept(String name, ArchRule rule) {
    rule.check(INFLUX);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void canBeBroken(String name, ArchRule rule) {
    EvaluationResult result = new DirectionRules(BROKEN).all().get(name).evaluate(VIOLATIONS);
    assertThat(rule).isNotNull();
    assertThat(breakers(result)).containsExactlyElementsOf(BREAKERS.get(name));
  }

  @Test
  void looksAtEveryModule() {
    assertThat(INFLUX.stream().map(JavaClass::getPackageName))
        .contains(
            "dev.influx.schemas",
            "dev.influx.lists",
            "dev.influx.runtime",
            "dev.influx.validator",
            "dev.influx.scorer.model",
            "dev.influx.scorer.activity",
            "dev.influx.monitor.lag",
            "dev.influx.app")
        .noneMatch(name -> name.startsWith(BROKEN));
  }

  /** The classes in which the breaches are: the first that each line of a report names. */
  private static Set<String> breakers(EvaluationResult result) {
    return result.getFailureReport().getDetails().stream()
        .flatMap(String::lines)
        .flatMap(line -> FIRST_NAME.matcher(line).results().limit(1))
        .map(name -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
