package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.monitor.dashboards.DashboardFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

/** The rules for Prometheus speak of nothing that is not exported, and tell people what to do. */
class AlertRulesTest {
  private static final Pattern LABEL = Pattern.compile("\\$labels\\.(\\w+)");
  private static final Pattern COMMAND = Pattern.compile("`influx ([^`]+)`");
  private static final Pattern METRIC = Pattern.compile("\\b(?:influx|kafka)_\\w+");
  private static final Pattern OF_GROUPS =
      Pattern.compile("(?:kafka_consumergroup|influx_(?:lag|commit|retention|records_lost))_?\\w*");

  private final TestingMetricNames names = TestingMetricNames.exported();

  AlertRulesTest() throws IOException {
    Map<String, Set<String>> ofTargets = Map.of("job", Set.of(), "instance", Set.of());
    names.put("up", "gauge", ofTargets);
    for (Map<String, Object> rule : rules()) {
      if (rule.get("record") instanceof String name) {
        Map<String, Set<String>> labels = new LinkedHashMap<>();
        labels(rule).forEach(label -> labels.put(label, Set.of()));
        names.put(name, "recorded", labels);
      }
    }
  }

  @Test
  void everyExpressionNamesWhatIsExported() {
    assertThat(rules()).hasSizeGreaterThan(12).allSatisfy(this::labels);
  }

  @Test
  void everyAlertSaysWhatWhyAndWhatToDo() {
    assertThat(alerts())
        .allSatisfy(
            alert -> {
              assertThat(annotations(alert).keySet())
                  .containsExactly("summary", "description", "action");
              assertThat(annotations(alert).values()).doesNotContain("");
              assertThat(annotations(alert).get("action")).containsPattern(COMMAND);
              assertThat(severity(alert)).isIn("warning", "critical");
            });
  }

  @Test
  void everyLabelThatATextNamesIsThere() {
    assertThat(alerts())
        .allSatisfy(
            alert ->
                assertThat(labels(alert))
                    .containsAll(found(LABEL, String.join(" ", annotations(alert).values()))));
  }

  @Test
  void everyCommandIsUnderstood() {
    CommandLine influx = new TestingShell(Path.of("")).commandLine();

    assertThat(alerts())
        .flatExtracting(alert -> found(COMMAND, annotations(alert).get("action")))
        .hasSizeGreaterThan(12)
        .allSatisfy(
            command -> {
              String[] args = command.replaceAll("\\{\\{.*?}}", "x").split(" ", -1);
              assertThat(influx.parseArgs(args).errors()).isEmpty();
            });
  }

  @Test
  void noGroupOfAReplayIsLate() {
    assertThat(selectors().filter(selector -> OF_GROUPS.matcher(selector).lookingAt()))
        .hasSizeGreaterThan(5)
        .allMatch(selector -> selector.contains("group!~\"influx[.]replay[.].+\""));
  }

  private static Stream<String> selectors() {
    Pattern selector = Pattern.compile("\\b(?:influx|kafka)_\\w+(?:\\{[^}]*})?");
    return rules().stream().flatMap(rule -> found(selector, expression(rule)).stream());
  }

  @Test
  void groupsOfReplaysAreThoseOfThePrefix() {
    String rules = text(DashboardFile.all("x-1.y."), DashboardFile.RULES);
    String cases = text(DashboardFile.all("x-1.y."), DashboardFile.RULE_TESTS);

    assertThat(rules).contains("group!~\"x-1[.]y[.]replay[.].+\"").doesNotContain("influx[.]");
    assertThat(cases).contains("\"x-1.y.replay.m2-2.scorer\"").doesNotContain("influx.replay");
  }

  /** What is on a list of the whole house: each kind of trouble has its rule. */
  @Test
  void everyKindOfTroubleHasARule() {
    assertThat(alerts())
        .extracting(alert -> alert.get("alert"))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrder(
            "InfluxLagOverObjective",
            "InfluxLagGrowing",
            "InfluxConsumerStuck",
            "InfluxRetentionRisk",
            "InfluxRecordsLost",
            "InfluxRejectionRatioShifted",
            "InfluxDeadLetters",
            "InfluxConservationGap",
            "InfluxSnapshotStale",
            "InfluxSnapshotMissing",
            "InfluxPolicyMismatch",
            "InfluxReplayStalled",
            "InfluxCollectorStale",
            "InfluxCollectorAbsent",
            "InfluxProcessSilent");
  }

  /** promtool runs the cases; that there is one of each kind for each rule is seen here. */
  @Test
  void everyAlertHasACaseThatFiresAndOneThatDoesNot() {
    Map<Object, Set<Boolean>> outcomes =
        cases()
            .collect(
                Collectors.groupingBy(
                    each -> each.get("alertname"),
                    Collectors.mapping(
                        each -> !list(each.get("exp_alerts")).isEmpty(), Collectors.toSet())));

    assertThat(alerts())
        .extracting(alert -> alert.get("alert"))
        .allSatisfy(name -> assertThat(outcomes.get(name)).containsExactlyInAnyOrder(true, false));
  }

  @Test
  void whatTheCasesFeedIsExportedToo() {
    assertThat(series())
        .hasSizeGreaterThan(20)
        .allSatisfy(series -> TestingPromQl.labels(series, names));
    assertThat(series().flatMap(each -> found(METRIC, each).stream()).collect(Collectors.toSet()))
        .containsAll(
            rules().stream()
                .flatMap(rule -> found(METRIC, expression(rule)).stream())
                .collect(Collectors.toSet()));
  }

  private Set<String> labels(Map<String, Object> rule) {
    return TestingPromQl.labels(expression(rule), names);
  }

  private static String expression(Map<String, Object> rule) {
    return (String) rule.get("expr");
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult it) -> it.group(it.groupCount()))
        .toList();
  }

  private static List<Map<String, Object>> alerts() {
    return rules().stream().filter(rule -> rule.containsKey("alert")).toList();
  }

  private static List<Map<String, Object>> rules() {
    return list(yaml(DashboardFile.RULES).get("groups")).stream()
        .flatMap(group -> list(group.get("rules")).stream())
        .toList();
  }

  private static Stream<Map<String, Object>> cases() {
    return list(yaml(DashboardFile.RULE_TESTS).get("tests")).stream()
        .filter(test -> test.containsKey("alert_rule_test"))
        .flatMap(test -> list(test.get("alert_rule_test")).stream());
  }

  private static Stream<String> series() {
    return list(yaml(DashboardFile.RULE_TESTS).get("tests")).stream()
        .flatMap(test -> list(test.get("input_series")).stream())
        .map(series -> (String) series.get("series"))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> annotations(Map<String, Object> alert) {
    return (Map<String, String>) alert.get("annotations");
  }

  @SuppressWarnings("unchecked")
  private static String severity(Map<String, Object> alert) {
    return ((Map<String, String>) alert.get("labels")).get("severity");
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object value) {
    return new ArrayList<>((List<Map<String, Object>>) value);
  }

  private static Map<String, Object> yaml(String path) {
    return new Yaml(new SafeConstructor(new LoaderOptions()))
        .load(text(DashboardFile.all("influx."), path));
  }

  private static String text(List<DashboardFile> files, String path) {
    return files.stream().filter(file -> file.path().equals(path)).findAny().orElseThrow().text();
  }
}
