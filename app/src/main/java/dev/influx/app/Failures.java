package dev.influx.app;

import dev.influx.app.logging.Redaction;
import dev.influx.lists.Spelling;
import dev.influx.runtime.Explained;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a person what went wrong, why, and what to do, a line each. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Session session;

  Failures(Session session) {
    this.session = session;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    return report(failure).code();
  }

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandSpec command = failure.getCommandLine().getCommandSpec();
    print("wrong command line", why(failure), remedy(failure, command));
    return ExitCode.USAGE.code();
  }

  ExitCode report(Throwable thrown) {
    Throwable failure = Explanations.explain(thrown);
    if (failure instanceof Explained explained) {
      print(explained.what(), explained.why(), explained.remedy());
    } else {
      print(
          "influx failed in a way that nobody foresaw",
          failure.getClass().getSimpleName() + ": " + failure.getMessage(),
          "run it again with --verbose, and report what it shows");
    }
    if (session.options().verbose()) {
      trace(failure);
    }
    return ExitCode.of(failure);
  }

  private void print(String what, String why, String remedy) {
    say("error: " + what);
    say("why: " + why);
    say("what to do: " + remedy);
  }

  private void say(String text) {
    session.err().println(Redaction.of(text));
  }

  private void trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    say(trace.toString().stripTrailing());
  }

  private static String why(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return "there is no " + (isOption(unmatched) ? "option " : "command ") + first(unmatched);
    }
    return failure.getMessage();
  }

  private static String remedy(ParameterException failure, CommandSpec command) {
    String help = "see " + command.qualifiedName() + " --help";
    return failure instanceof UnmatchedArgumentException unmatched
        ? Spelling.nearest(first(unmatched), known(unmatched, command))
            .map(meant -> "did you mean " + meant + "? else " + help)
            .orElse(help)
        : help;
  }

  private static Set<String> known(UnmatchedArgumentException unmatched, CommandSpec command) {
    return isOption(unmatched) ? command.optionsMap().keySet() : command.subcommands().keySet();
  }

  private static boolean isOption(UnmatchedArgumentException unmatched) {
    return first(unmatched).startsWith("-");
  }

  private static String first(UnmatchedArgumentException unmatched) {
    return unmatched.getUnmatched().get(0);
  }
}
