package dev.influx.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.simulator.fault.FaultKind;
import dev.influx.simulator.fault.FaultRule;
import dev.influx.simulator.fault.FaultScript;
import dev.influx.simulator.users.UsersFile;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the documentation says works. */
class DocumentationTest {

  private static final Path FILE = Path.of(System.getProperty("influx.root"), "docs/simulator.md");
  private static final Pattern SCRIPT = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern USERS = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CONTROL = Pattern.compile("\\| `(GET|POST) (/_sim/[^`]+)` \\|");

  @Test
  void theScriptIsOne() throws IOException {
    List<String> scripts = SCRIPT.matcher(text()).results().map(block -> block.group(1)).toList();

    assertThat(scripts).hasSize(1);
    FaultScript script = FaultScript.parse(scripts.get(0), FILE.toString());
    assertThat(script.seed()).isEqualTo(7);
    assertThat(script.rules())
        .extracting(FaultRule::kind)
        .containsExactly(
            FaultKind.ERROR_503_JSON,
            FaultKind.RESET_IN_BODY,
            FaultKind.TRUNCATED_GZIP,
            FaultKind.STALL,
            FaultKind.REDIRECT_307);
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void everyKindOfFaultIsNamed(FaultKind kind) throws IOException {
    assertThat(text()).contains("`" + kind.wire() + "`");
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void everyEndpointCanBeNamedInAScript(Endpoint endpoint) {
    String script = "faults: [{kind: stall, endpoint: '" + endpoint.template() + "'}]";

    assertThat(FaultScript.parse(script, "x").rules()).hasSize(1);
  }

  @Test
  void theUsersAreSome(@TempDir Path directory) throws IOException {
    String users = USERS.matcher(text()).results().findFirst().orElseThrow().group(1);
    Path file = Files.writeString(directory.resolve("users.jsonl"), users);

    assertThat(UsersFile.read(file).size()).isEqualTo(5);
  }

  @Test
  void everyPathOfControlIsThere() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorSettings.defaults().withAuthors(10))) {
      TestingClient client = new TestingClient(simulator);
      List<MatchResult> paths = CONTROL.matcher(text()).results().toList();

      assertThat(paths).hasSizeGreaterThan(11);
      for (MatchResult path : paths) {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(simulator.uri().resolve(path.group(2)))
                .method(path.group(1), BodyPublishers.ofString("faults: []"));
        assertThat(client.send(request).status()).as(path.group()).isEqualTo(200);
      }
    }
  }

  private static String text() throws IOException {
    return Files.readString(FILE);
  }
}
