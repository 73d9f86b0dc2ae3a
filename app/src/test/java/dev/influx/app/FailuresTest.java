package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.runtime.Explained;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.UnableToReachBrokerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

/** What a person is told when a command does not do its work, and what a script. */
class FailuresTest {
  @TempDir private Path directory;
  private TestingShell shell;

  @BeforeEach
  void start() {
    shell = new TestingShell(directory);
  }

  /** A command that does whatever a test wants. */
  @Command
  private record TestingCommand(Callable<Integer> work) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      return work.call();
    }

    static TestingCommand failing(Exception failure) {
      return new TestingCommand(
          () -> {
            throw failure;
          });
    }
  }

  static Stream<Arguments> failures() {
    IOException refused = new IOException("Connection refused");
    return Stream.of(
        Arguments.of(new Explained("a is wrong", "b broke", "do c", null), ExitCode.FAILURE),
        Arguments.of(
            new UnableToReachBrokerException(KafkaConnection.to("a:1"), refused),
            ExitCode.BROKER_UNREACHABLE),
        Arguments.of(new InterruptedException(), ExitCode.INTERRUPTED),
        Arguments.of(new IllegalStateException("bug"), ExitCode.FAILURE));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void takeThreeLinesAndHaveAnExitCode(Exception failure, ExitCode code) {
    assertThat(shell.runWith(TestingCommand.failing(failure), "testing")).isEqualTo(code.code());
    assertThat(shell.outLines()).isEmpty();
    assertThat(shell.errLines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("error: "),
            line -> assertThat(line).startsWith("why: "),
            line -> assertThat(line).startsWith("what to do: "));
  }

  @Test
  void sayWhatTheyWereMadeToSay() {
    shell.runWith(
        TestingCommand.failing(new Explained("a is wrong", "b broke", "do c", null)), "testing");
    assertThat(shell.errLines())
        .containsExactly("error: a is wrong", "why: b broke", "what to do: do c");
  }

  @ParameterizedTest
  @CsvSource({"--verbose testing", "testing --verbose", "--verbose testing --verbose"})
  void showTheirTraceOnlyToWhoeverAsksForIt(String args) {
    TestingCommand command = TestingCommand.failing(new IllegalStateException("bug"));
    shell.runWith(command, "testing");
    assertThat(shell.errLines()).noneMatch(line -> line.startsWith("\tat "));
    shell.runWith(command, args.split(" "));
    assertThat(shell.errLines()).anyMatch(line -> line.startsWith("\tat dev.influx.app"));
  }

  @Test
  void showNoToken() {
    Exception failure = new IllegalStateException("sent Bearer hush-hush-42");
    shell.runWith(TestingCommand.failing(failure), "--verbose", "testing");
    assertThat(shell.errLines())
        .contains("why: IllegalStateException: sent Bearer ***")
        .noneMatch(line -> line.contains("hush"));
  }

  @ParameterizedTest
  @EnumSource(ExitCode.class)
  void passOnWhatACommandReturns(ExitCode code) {
    assertThat(shell.runWith(new TestingCommand(code::code), "testing")).isEqualTo(code.code());
    assertThat(ExitCode.of(code.code())).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "confi           | there is no command confi      | did you mean config? else see influx --help",
        "config shw      | there is no command shw        | did you mean show? else see influx config --help",
        "config show --orgin | there is no option --orgin | did you mean --origin? else see influx config show --help",
        "--zzz           | there is no option --zzz       | see influx --help",
        "config show x   | there is no command x          | see influx config show --help",
        "-c              | -c is followed by no KEY=VALUE | see influx --help",
        "-c http.port    | -c is followed by no KEY=VALUE | see influx --help",
        "config show -c =x | -c is followed by no KEY=VALUE | see influx config show --help",
        "completion      | Missing required parameter: 'SHELL' | see influx completion --help",
        "config show --format xml | Invalid value for option '--format': expected one of [TABLE, JSON] (case-insensitive) but was 'xml' | see influx config show --help",
      })
  void onTheCommandLineComeWithAWayOut(String args, String why, String remedy) {
    assertThat(shell.run(args.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(shell.outLines()).isEmpty();
    assertThat(shell.errLines())
        .containsExactly("error: wrong command line", "why: " + why, "what to do: " + remedy);
  }

  @Test
  void inTheConfigurationAreAllShown() throws IOException {
    shell.file("influx.yml", "http:\n  prot: 1\n").variable("INFLUX_SCORER_THREADS", "0");
    assertThat(shell.run("config", "show")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.errLines())
        .containsExactly(
            "error: the configuration cannot be used",
            "why: it has 2 faults",
            "  influx.yml:2: \"http.prot\" is an unknown key; did you mean http.port?",
            "  env INFLUX_SCORER_THREADS: scorer.threads is 0; write 1 or more",
            "what to do: correct these");
  }

  @Test
  void inTheConfigurationTakeThreeLinesWhenThereIsOnlyOne() {
    assertThat(shell.run("-c", "http.port=x", "config", "show")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.errLines())
        .containsExactly(
            "error: the configuration cannot be used",
            "why: flag -c: http.port is \"x\"",
            "what to do: write a whole number");
  }
}
