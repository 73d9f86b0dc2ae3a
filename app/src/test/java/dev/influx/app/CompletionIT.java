package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The completion script, in a real bash. */
class CompletionIT {
  @TempDir private Path directory;

  @BeforeEach
  void start() throws IOException {
    TestingShell shell = new TestingShell(directory);
    assertThat(shell.run("completion", "bash")).isEqualTo(ExitCode.OK);
    Files.writeString(directory.resolve("script"), shell.out());
  }

  @ParameterizedTest
  @CsvSource({
    "influx con,              config",
    "./influx config sh,      show",
    "influx config show --fo, --format",
    "influx config show --ve, --verbose",
    "influx config show --format j, json",
    "influx completion z,     zsh",
  })
  void completesCommandsOptionsAndValues(String typed, String completed) throws Exception {
    assertThat(completions(typed)).containsExactly(completed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void saysHowToLoadIt(String shell) {
    TestingShell influx = new TestingShell(directory);
    influx.run("completion", shell);
    assertThat(influx.outLines().get(0))
        .isEqualTo("# To load this: source <(influx completion " + shell + ")");
  }

  @Test
  void bringsAlongWhatZshNeedsToUnderstandIt() throws IOException {
    assertThat(Files.readString(directory.resolve("script")))
        .contains("ZSH_VERSION", "bashcompinit");
  }

  /** What bash offers when the tab key is pressed after what was typed. */
  private List<String> completions(String typed) throws Exception {
    String ask =
        """
        source ./script
        COMP_WORDS=(%s)
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        COMP_LINE='%s'
        COMP_POINT=${#COMP_LINE}
        _complete_influx
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(typed, typed);
    Map<String, String> environment = Map.of("PATH", System.getenv("PATH"));
    try (TestingProcess bash =
        TestingProcess.start(directory, environment, List.of("bash", "-c", ask))) {
      assertThat(bash.exit()).isZero();
      return bash.outLines().stream().map(String::strip).toList();
    }
  }
}
