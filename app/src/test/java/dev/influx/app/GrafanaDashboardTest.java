package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.monitor.dashboards.DashboardFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The dashboard for Grafana shows nothing that is not exported, and all of what it should. */
class GrafanaDashboardTest {
  private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");
  private static final Pattern QUERY = Pattern.compile("label_values\\((.*), (\\w+)\\)");
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");
  private static final Pattern METRIC = Pattern.compile("\\b(?:influx|kafka)_\\w+");
  private static final int COLUMNS = 24;

  private final TestingMetricNames names = TestingMetricNames.exported();
  private final JsonNode dashboard = dashboard();

  GrafanaDashboardTest() throws IOException {}

  @Test
  void everyExpressionNamesWhatIsExported() {
    assertThat(targets())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            target ->
                assertThat(labels(target.get("expr").asText()))
                    .containsAll(found(LABEL, target.get("legendFormat").asText())));
  }

  @Test
  void everyMarkNamesWhatIsExported() {
    assertThat(dashboard.at("/annotations/list"))
        .isNotEmpty()
        .allSatisfy(
            mark ->
                assertThat(labels(mark.get("expr").asText()))
                    .containsAll(found(LABEL, mark.get("titleFormat").asText())));
  }

  @Test
  void clusterAndGroupAreChosenOfWhatIsExported() {
    List<String> queries =
        stream(dashboard.at("/templating/list"))
            .filter(each -> each.get("type").asText().equals("query"))
            .map(each -> each.at("/query/query").asText())
            .toList();

    assertThat(queries)
        .hasSize(2)
        .allSatisfy(
            query -> {
              MatchResult parts = QUERY.matcher(query).results().findFirst().orElseThrow();
              assertThat(labels(parts.group(1))).contains(parts.group(2));
            });
    assertThat(stream(dashboard.at("/templating/list")).map(each -> each.get("name").asText()))
        .containsExactly("datasource", "cluster", "group");
  }

  @Test
  void everyVariableThatIsUsedIsThere() {
    Set<String> known =
        Stream.of("datasource", "cluster", "group", "__rate_interval", "__range", "__all")
            .collect(Collectors.toSet());

    assertThat(VARIABLE.matcher(dashboard.toString()).results())
        .extracting(it -> it.group(1) == null ? it.group(2) : it.group(1))
        .isNotEmpty()
        .isSubsetOf(known);
  }

  @Test
  void everyMetricIsSomewhere() {
    Set<String> shown =
        targets()
            .flatMap(it -> found(METRIC, it.get("expr").asText()).stream())
            .collect(Collectors.toSet());

    // what is told for each partition is there for exploring, and the series of a mean come in twos
    assertThat(names.names().stream().filter(name -> !shown.contains(name)))
        .containsExactlyInAnyOrder(
            "kafka_consumergroup_group_lag",
            "kafka_consumergroup_group_lag_seconds",
            "kafka_consumergroup_group_offset",
            "kafka_consumergroup_group_max_lag",
            "kafka_partition_earliest_offset",
            "influx_stage_latency_seconds_sum",
            "influx_stage_latency_seconds_count",
            "influx_score_sum",
            "influx_score_count",
            "influx_rescored_total",
            "influx_harvest_rate_limit_wait_seconds_total",
            "influx_harvest_reads_total",
            "influx_harvest_cost_dollars_total");
  }

  @Test
  void liveGroupsAreShownWithoutReplays() {
    Pattern ofGroups =
        Pattern.compile("(?:kafka_consumergroup|influx_(?:lag|commit|retention|records_lost))\\w*");

    assertThat(targets().map(it -> it.get("expr").asText()))
        .filteredOn(expression -> ofGroups.matcher(expression).find())
        .hasSizeGreaterThan(10)
        .allMatch(expression -> expression.contains("group!~\"influx[.]replay[.].+\""));
  }

  @Test
  void theHeadlineComesFirst() {
    assertThat(panels().limit(7).map(panel -> panel.get("title").asText()))
        .containsExactly(
            "Is the list fresh?",
            "Status",
            "Time lag",
            "Oldest waiting",
            "Waiting",
            "Snapshot age",
            "Watched");
  }

  @Test
  void everyPanelSaysWhatItIsAndInWhatUnit() {
    assertThat(panels().filter(panel -> !panel.get("type").asText().equals("row")))
        .hasSizeGreaterThan(30)
        .allSatisfy(
            panel -> {
              assertThat(panel.at("/title").asText()).isNotBlank();
              assertThat(panel.at("/description").asText()).endsWith(".");
              assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
              assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            });
    assertThat(panels().map(panel -> panel.get("id").asInt())).doesNotHaveDuplicates();
  }

  @Test
  void noPanelLiesOnAnother() {
    Set<List<Integer>> taken = new HashSet<>();

    assertThat(panels().flatMap(panel -> cells(panel.get("gridPos"))))
        .allMatch(cell -> cell.get(0) < COLUMNS)
        .allMatch(taken::add);
  }

  private static Stream<List<Integer>> cells(JsonNode grid) {
    List<List<Integer>> cells = new ArrayList<>();
    for (int x = 0; x < grid.get("w").asInt(); x++) {
      for (int y = 0; y < grid.get("h").asInt(); y++) {
        cells.add(List.of(grid.get("x").asInt() + x, grid.get("y").asInt() + y));
      }
    }
    return cells.stream();
  }

  private Set<String> labels(String expression) {
    return TestingPromQl.labels(expression, names);
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult it) -> it.group(it.groupCount()))
        .toList();
  }

  private Stream<JsonNode> targets() {
    return panels().flatMap(panel -> stream(panel.path("targets")));
  }

  private Stream<JsonNode> panels() {
    return stream(dashboard.get("panels"));
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode dashboard() throws JsonProcessingException {
    String text =
        DashboardFile.all("influx.").stream()
            .filter(file -> file.path().equals(DashboardFile.DASHBOARD))
            .findAny()
            .orElseThrow()
            .text();
    return new ObjectMapper().readTree(text);
  }
}
