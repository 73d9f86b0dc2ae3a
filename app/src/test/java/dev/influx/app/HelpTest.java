package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What each command says about itself. */
class HelpTest {
  private final TestingShell shell = new TestingShell(Path.of(""));

  /** Every command there is, by its full name. */
  static Stream<String> commands() {
    return names(new TestingShell(Path.of("")).commandLine());
  }

  private static Stream<String> names(CommandLine command) {
    return Stream.concat(
        Stream.of(command.getCommandSpec().qualifiedName()),
        command.getSubcommands().values().stream().flatMap(HelpTest::names));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isTheTextOfTheGoldenFile(String command) throws IOException {
    assertThat(shell.run(args(command, "--help"))).isEqualTo(ExitCode.OK);
    assertThat(shell.errLines()).isEmpty();
    Golden.check("help/" + command.replace(' ', '-') + ".txt", shell.out());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void showsExamplesBeforeAllElse(String command) {
    assertThat(shell.run(args(command, "-h"))).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines().subList(1, 3)).containsExactly("", "Examples:");
    assertThat(shell.out()).contains("\nUsage: " + command).doesNotContain("${");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void fitsATerminalOfEightyColumns(String command) {
    shell.run(args(command, "-h"));
    assertThat(shell.outLines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void namesEveryExitCode() {
    shell.run("--help");
    assertThat(Arrays.stream(ExitCode.values()).map(code -> "  " + code.code() + " "))
        .allMatch(code -> shell.outLines().stream().anyMatch(line -> line.startsWith(code)));
  }

  @Test
  void isShownToWhoeverNamesAGroupOnly() {
    assertThat(shell.run("config")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.outLines()).isEmpty();
    assertThat(shell.errLines()).contains("  show  Shows every setting; secrets are masked.");
  }

  @Test
  void isShownToWhoeverNamesNothing() {
    assertThat(shell.run()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.errLines()).contains("Commands:");
  }

  private static String[] args(String command, String last) {
    return Stream.concat(Arrays.stream(command.split(" ")).skip(1), Stream.of(last))
        .toArray(String[]::new);
  }
}
