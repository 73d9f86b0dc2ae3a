package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a simulator says when it cannot start. */
class SimCommandTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--limit 300|write it as requests per time in whole seconds, such as 300/15m, or off",
        "--limit 0/1s|write it as requests per time in whole seconds, such as 300/15m, or off",
        "--limit 5/1500ms|write it as requests per time in whole seconds, such as 300/15m, or off",
        "--authors 0|the authors are outside 1 to",
        "--port 70000|the port is outside 0 to 65535",
        "--dialect latin|expected one of [LEGACY, POST, MIXED]",
        "--credits -1|the credits are negative",
        "--missing 500|the missing status is not 200 or 404",
        "--silent-drop 2|the silent drop rate is outside 0 to 1",
        "--per-second 0|fewer than 1 request per second",
        "--page-token-life long|is no length of time",
        "--users a --authors 3|mutually exclusive"
      })
  void refusesWhatCannotBe(String arguments, String why) {
    TestingShell shell = new TestingShell(directory);

    assertThat(shell.run(("sim " + arguments).split(" ", -1))).isEqualTo(ExitCode.USAGE);
    assertThat(shell.errLines().get(1)).startsWith("why: ").contains(why);
  }

  @Test
  void namesEveryMistakeOfAScript() throws IOException {
    TestingShell shell =
        new TestingShell(directory)
            .file("faults.yml", "faults:\n  - kind: stal\n  - kind: stall\n    nth: 0\n");

    assertThat(shell.run("sim", "--port", "0", "--script", "faults.yml"))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines())
        .containsExactly(
            "error: the script of faults cannot be used",
            "why: faults.yml is no script of faults: line 2: faults[0].kind is unknown; did you"
                + " mean stall?; line 4: faults[1].nth is no whole number from 1",
            "what to do: correct what is named above");
  }

  @Test
  void namesFilesThatAreNotThere() {
    assertThat(why("--script", "no.yml"))
        .isEqualTo("why: no.yml is no script of faults: it is not there");
    assertThat(why("--users", "no.jsonl")).contains("no.jsonl");
    assertThat(why("--journal", "no/such/folder")).contains("no/such/folder");
  }

  @Test
  void understandsWhatTheDocumentationTypes() throws IOException {
    Path docs = Path.of(System.getProperty("influx.root"), "docs/simulator.md");
    List<String> commands =
        Files.readAllLines(docs).stream().filter(line -> line.startsWith("./influx ")).toList();

    assertThat(commands).hasSize(5);
    for (String command : commands) {
      String[] args = command.substring("./influx ".length()).split(" ", -1);
      assertThat(new TestingShell(directory).commandLine().parseArgs(args).errors()).isEmpty();
    }
  }

  @Test
  void saysThatAPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      TestingShell shell = new TestingShell(directory);
      String port = Integer.toString(taken.getLocalPort());

      assertThat(shell.run("sim", "--port", port)).isEqualTo(ExitCode.FAILURE);
      assertThat(shell.errLines())
          .contains(
              "error: the simulator does not start", "what to do: free the port, or name another");
    }
  }

  private String why(String... arguments) {
    TestingShell shell = new TestingShell(directory);
    String[] all = new String[arguments.length + 3];
    List.of("sim", "--port", "0").toArray(all);
    System.arraycopy(arguments, 0, all, 3, arguments.length);

    assertThat(shell.run(all)).isEqualTo(ExitCode.FAILURE);
    return shell.errLines().stream()
        .filter(line -> line.startsWith("why: "))
        .findFirst()
        .orElseThrow();
  }
}
