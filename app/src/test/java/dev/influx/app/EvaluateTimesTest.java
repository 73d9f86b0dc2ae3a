package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ages count up to when an author was seen, whoever knows when that was. */
class EvaluateTimesTest {
  private static final String USER =
      "{\"id\":\"1\",\"username\":\"ada\",\"name\":\"Ada\","
          + "\"created_at\":\"2024-01-01T00:00:00.000Z\","
          + "\"public_metrics\":{\"followers_count\":70000,\"tweet_count\":100}";

  @TempDir private Path directory;

  @Test
  void theUserItselfKnowsBest() throws IOException {
    String bare = evaluated("", "--as-of", "2024-03-01T00:00:00Z");

    assertThat(evaluated(",\"fetched_at\":\"2024-03-01T00:00:00Z\"")).isEqualTo(bare);
    assertThat(evaluated("", "--as-of", "2026-03-01T00:00:00Z")).isNotEqualTo(bare);
  }

  @Test
  void aTimeThatIsNoneMakesABadLine() throws IOException {
    TestingShell shell = shell(",\"fetched_at\":\"yesterday\"");
    assertThat(shell.run("evaluate", "users.jsonl")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines())
        .containsExactly(
            "users.jsonl:1: fetched_at is not an instant such as 2025-11-28T00:00:00Z");
  }

  private String evaluated(String more, String... options) throws IOException {
    TestingShell shell = shell(more);
    String[] args = new String[options.length + 2];
    args[0] = "evaluate";
    args[1] = "users.jsonl";
    System.arraycopy(options, 0, args, 2, options.length);
    assertThat(shell.run(args)).isEqualTo(ExitCode.OK);
    return shell.out();
  }

  private TestingShell shell(String more) throws IOException {
    return new TestingShell(directory).file("users.jsonl", USER + more + "}\n");
  }
}
