package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the README tells people to type is there, and what it tells them to write is understood. */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("influx.root"));
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^):]+)\\)");

  static Stream<String> commands() throws IOException {
    return blocks("sh")
        .flatMap(String::lines)
        .flatMap(line -> Arrays.stream(line.replaceFirst(" +#.*", "").split(" && ", -1)))
        .filter(command -> command.startsWith("./influx "))
        .filter(command -> !command.equals("./influx build"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandIsUnderstood(String command) {
    String[] args = command.substring("./influx ".length()).split(" ", -1);
    CommandLine.ParseResult parsed = new TestingShell(Path.of("")).commandLine().parseArgs(args);

    assertThat(parsed.unmatched()).isEmpty();
    assertThat(parsed.errors()).isEmpty();
    assertThat(parsed.subcommand()).isNotNull();
  }

  @Test
  void theTwoCommandsComeFirst() throws IOException {
    assertThat(blocks("sh").findFirst().orElseThrow()).contains("./influx up", "mvn verify");
    assertThat(commands()).hasSizeGreaterThan(6);
  }

  @Test
  void theConfigurationIsAccepted(@TempDir Path directory) throws IOException {
    List<String> blocks = blocks("yaml").toList();
    assertThat(blocks).isNotEmpty();
    for (String yaml : blocks) {
      TestingShell shell = new TestingShell(directory).file("influx.yml", yaml);
      assertThat(shell.run("config", "show")).as("%s", shell.errLines()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    assertThat(LINK.matcher(readme()).results().map(result -> result.group(1)))
        .isNotEmpty()
        .allMatch(target -> Files.exists(ROOT.resolve(target)));
  }

  @Test
  void everyFolderOfTheMapIsThere() throws IOException {
    List<String> folders =
        Pattern.compile("^\\| `(\\w+)/`", Pattern.MULTILINE)
            .matcher(readme())
            .results()
            .map(result -> result.group(1))
            .toList();
    assertThat(folders).hasSize(12).allMatch(folder -> Files.isDirectory(ROOT.resolve(folder)));
  }

  private static Stream<String> blocks(String language) throws IOException {
    return BLOCK
        .matcher(readme())
        .results()
        .filter(block -> block.group(1).equals(language))
        .map((MatchResult block) -> block.group(2));
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }
}
