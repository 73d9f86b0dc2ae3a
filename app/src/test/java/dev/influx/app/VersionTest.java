package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;

class VersionTest {
  private final TestingShell shell = new TestingShell(Path.of(""));

  @Test
  void namesWhatWasBuiltAndWhatItRunsOn() {
    assertThat(shell.run("--version")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines())
        .satisfiesExactly(
            influx -> assertThat(influx).matches("influx \\d+\\.\\d+\\.\\d+( \\(commit \\S+\\))?"),
            kafka -> assertThat(kafka).isEqualTo("Kafka " + AppInfoParser.getVersion()),
            java -> assertThat(java).isEqualTo("Java " + System.getProperty("java.version")));
  }
}
