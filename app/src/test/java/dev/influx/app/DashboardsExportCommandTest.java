package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.monitor.dashboards.DashboardFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus and Grafana read comes out of the program as it was put in. */
class DashboardsExportCommandTest {
  private static final List<String> FILES =
      List.of(
          "prometheus/alerts.yml",
          "prometheus/alerts-test.yml",
          "prometheus/prometheus.yml",
          "grafana/influx.json",
          "grafana/provisioning/datasources/influx.yml",
          "grafana/provisioning/dashboards/influx.yml");

  @TempDir private Path directory;
  private TestingShell shell;

  @BeforeEach
  void start() {
    shell = new TestingShell(directory);
  }

  @Test
  void writesAllFilesAndSaysWhatToDoWithThem() throws IOException {
    assertThat(shell.run("dashboards", "export")).isEqualTo(ExitCode.OK);

    assertThat(shell.outLines())
        .containsExactlyElementsOf(FILES.stream().map(it -> "wrote dashboards/" + it).toList());
    assertThat(shell.errLines())
        .containsExactly(
            "next, Prometheus: set the targets in dashboards/prometheus/prometheus.yml",
            "  promtool test rules dashboards/prometheus/alerts-test.yml",
            "  prometheus --config.file=dashboards/prometheus/prometheus.yml",
            "next, Grafana: import dashboards/grafana/influx.json");
    assertThat(written("dashboards")).containsExactlyInAnyOrderElementsOf(FILES);
    for (DashboardFile file : DashboardFile.all("influx.")) {
      assertThat(directory.resolve("dashboards").resolve(file.path())).hasContent(file.text());
    }
  }

  /** compose.yaml mounts the folder of the sources. */
  @Test
  void isWhatTheSourcesHave() {
    Path sources =
        Path.of(System.getProperty("influx.root"), "monitor/src/main/resources/dev/influx/monitor");

    assertThat(DashboardFile.all("influx."))
        .allSatisfy(file -> assertThat(sources.resolve(file.path())).hasContent(file.text()));
  }

  @Test
  void writesElsewhereAndForAnotherPrefix() throws IOException {
    assertThat(shell.run("dashboards", "export", "--dir", "a/b", "-c", "topics.prefix=theirs-"))
        .isEqualTo(ExitCode.OK);

    assertThat(directory.resolve("a/b/prometheus/alerts.yml"))
        .content()
        .contains("group!~\"theirs-replay[.].+\"");
    assertThat(directory.resolve("dashboards")).doesNotExist();
  }

  @Test
  void mayBeRunAgain() {
    shell.run("dashboards", "export");
    TestingShell again = new TestingShell(directory);

    assertThat(again.run("dashboards", "export")).isEqualTo(ExitCode.OK);
    assertThat(again.outLines())
        .containsExactlyElementsOf(FILES.stream().map(it -> "has dashboards/" + it).toList());
  }

  @Test
  void overwritesNothingThatSomebodyHasChanged() throws IOException {
    shell.run("dashboards", "export");
    Path changed = directory.resolve("dashboards/prometheus/prometheus.yml");
    Path missing = directory.resolve("dashboards/grafana/influx.json");
    Files.writeString(changed, "mine");
    Files.delete(missing);
    TestingShell again = new TestingShell(directory);

    assertThat(again.run("dashboards", "export")).isEqualTo(ExitCode.NEEDS_CONFIRMATION);
    assertThat(again.outLines()).isEmpty();
    assertThat(again.errLines())
        .containsExactly(
            "error: nothing was written to dashboards",
            "why: somebody has changed, or another version has written, prometheus/prometheus.yml",
            "what to do: keep them and name another folder with --dir, or overwrite them with"
                + " --force");
    assertThat(changed).hasContent("mine");
    assertThat(missing).doesNotExist();
  }

  @Test
  void overwritesWhenItIsToldTo() throws IOException {
    shell.run("dashboards", "export");
    Path changed = directory.resolve("dashboards/prometheus/prometheus.yml");
    Files.writeString(changed, "mine");
    TestingShell again = new TestingShell(directory);

    assertThat(again.run("dashboards", "export", "--force")).isEqualTo(ExitCode.OK);
    assertThat(again.outLines()).contains("wrote dashboards/prometheus/prometheus.yml");
    assertThat(changed).content().contains("scrape_configs:");
    assertThat(written("dashboards")).containsExactlyInAnyOrderElementsOf(FILES);
  }

  @Test
  void saysWhereItCannotWrite() throws IOException {
    shell.file("file", "in the way");

    assertThat(shell.run("dashboards", "export", "--dir", "file")).isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines())
        .contains(
            "error: the dashboards could not be written to file",
            "what to do: name a folder with --dir in which you may write");
  }

  private List<String> written(String folder) throws IOException {
    Path top = directory.resolve(folder);
    try (Stream<Path> files = Files.walk(top)) {
      return files.filter(Files::isRegularFile).map(it -> top.relativize(it).toString()).toList();
    }
  }
}
