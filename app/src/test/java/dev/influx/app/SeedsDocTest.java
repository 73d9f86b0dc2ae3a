package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.Domain;
import dev.influx.lists.targets.DomainTargets;
import dev.influx.lists.targets.DomainTargets.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/seeds.md tells people to type works, in its order, on a copy of the seed lists. */
class SeedsDocTest {
  private static final Path ROOT = Path.of(System.getProperty("influx.root"));
  private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^):]+)\\)");
  private static final String MEMBERS =
      """
      {"data":[{"id":"1","username":"found_there","name":"N"}],"meta":{"result_count":1}}""";
  private static final String NOBODY = "{\"meta\":{\"result_count\":0}}";

  @TempDir private Path directory;

  @Test
  void everyCommandDoesWhatIsSaidOfIt() throws IOException {
    copyLists();
    try (TestingListings x = TestingListings.start()) {
      x.has("/2/lists/1234567890/members", 200, MEMBERS)
          .has("/2/users/5000050001/following", 200, NOBODY);
      List<ExitCode> ended = new ArrayList<>();
      for (String command : commands()) {
        if (command.contains("--from")) {
          decide();
        }
        ended.add(run(x, command));
      }
      assertThat(ended)
          .containsOnly(ExitCode.OK, ExitCode.NEEDS_CONFIRMATION)
          .filteredOn(ExitCode.NEEDS_CONFIRMATION::equals)
          .hasSize(1);
      assertThat(x.asked()).hasSize(2);
    }
    assertThat(directory.resolve("lists/seeds/edtech.csv"))
        .content()
        .contains("\njane_example,edtech,profile,https://x.com/jane_example,")
        .contains("\nfound_there,edtech,list,https://x.com/i/lists/1234567890,");
  }

  @Test
  void theTableOfTargetsIsThatOfTheFile() throws IOException {
    DomainTargets targets = DomainTargets.bundled();
    for (Domain domain : Domain.values()) {
      Target target = targets.of(domain);
      assertThat(doc())
          .contains(
              String.format(
                  Locale.ROOT,
                  "| `%s` | %,d-%,d | %d |",
                  domain.id(),
                  target.span().min(),
                  target.span().max(),
                  target.priority()));
    }
    assertThat(doc())
        .contains(
            String.format(
                Locale.ROOT, "%,d to %,d in all", targets.all().min(), targets.all().max()));
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    assertThat(LINK.matcher(doc()).results().map(result -> result.group(1)))
        .isNotEmpty()
        .allMatch(target -> Files.exists(ROOT.resolve("docs").resolve(target)));
  }

  private void copyLists() throws IOException {
    Path copy = Files.createDirectories(directory.resolve("lists/seeds"));
    try (Stream<Path> files = Files.list(ROOT.resolve("lists/seeds"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    Path data = Files.createDirectories(directory.resolve("data"));
    Files.writeString(data.resolve("latest.jsonl"), TestingPublished.list(2));
  }

  /** As a reviewer does. */
  private void decide() throws IOException {
    Path proposals = directory.resolve("proposals.csv");
    Files.writeString(proposals, Files.readString(proposals).replace("Z,,1", "Z,add,1"));
  }

  private ExitCode run(TestingListings x, String command) throws IOException {
    TestingShell shell =
        new TestingShell(directory)
            .file("influx.yml", "harvest:\n  api:\n    base_url: " + x.uri())
            .variable("INFLUX_API_TOKEN", TestingListings.TOKEN);
    ExitCode code = shell.run(command.substring("./influx ".length()).split(" ", -1));
    assertThat(code).as("%s: %s", command, shell.errLines()).isNotEqualTo(ExitCode.FAILURE);
    return code;
  }

  private static List<String> commands() throws IOException {
    List<String> commands =
        SHELL
            .matcher(doc())
            .results()
            .flatMap(block -> block.group(1).lines())
            .map(line -> line.replaceFirst(" +#.*", ""))
            .toList();
    assertThat(commands).hasSizeGreaterThan(8).allMatch(line -> line.startsWith("./influx seeds "));
    return commands;
  }

  private static String doc() throws IOException {
    return Files.readString(ROOT.resolve("docs/seeds.md"));
  }
}
