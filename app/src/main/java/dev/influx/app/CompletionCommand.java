package dev.influx.app;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The script that makes a shell complete commands and options. */
@Command(
    name = "completion",
    header = "Prints the script that completes commands and options in a shell.",
    footer = {
      "  source <(influx completion bash)    in this shell",
      "  influx completion bash > ~/.local/share/bash-completion/completions/influx",
      "  echo 'source <(influx completion zsh)' >> ~/.zshrc"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
  private Dialect dialect;

  CompletionCommand(Session session) {
    this.session = session;
  }

  /** One script serves both: in zsh it first loads what understands bash's completions. */
  private enum Dialect {
    BASH,
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Integer call() {
    session.out().println("# To load this: source <(influx completion " + dialect + ")");
    session.out().print(AutoComplete.bash("influx", new Influx(session).commandLine()));
    session.out().flush();
    return ExitCode.OK.code();
  }
}
