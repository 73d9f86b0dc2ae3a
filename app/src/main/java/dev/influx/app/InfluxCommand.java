package dev.influx.app;

import dev.influx.app.config.ConfigLoader.Flag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The root of all commands, with the options that all of them take, before or after their name. */
@Command(
    name = "influx",
    header = "influx keeps a ranked, auditable list of influential X authors on Kafka.",
    footer = {
      "  influx up                       the whole pipe in one process, with invented authors",
      "  influx evaluate users.jsonl     verdicts and scores for a file",
      "  influx report users.jsonl       the figures of many scores",
      "  influx validate latest.jsonl    whether a list is as it should be",
      "  influx config show --origin     every setting, and where it comes from",
      "  influx -c http.port=9090 ...    with one setting changed",
      "  source <(influx completion bash)"
    })
final class InfluxCommand {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Read this file instead of influx.yml in the working directory.")
  private Path file;

  @Option(
      names = "-c",
      paramLabel = "KEY=VALUE",
      scope = ScopeType.INHERIT,
      parameterConsumer = Assignment.class,
      description = "Set one key of the configuration; may be repeated.")
  private final List<Flag> settings = new ArrayList<>();

  /** An array, because a flag that is given before and after a command's name is switched off. */
  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show each step, and stack traces of failures.")
  private boolean[] verbose = {};

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  List<Flag> settings() {
    return List.copyOf(settings);
  }

  boolean verbose() {
    return verbose.length > 0;
  }

  /**
   * Adds what stands behind {@code -c}. Left to itself, picocli forgets what was given before the
   * name of a command when there is more after it.
   */
  private static final class Assignment implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
      String text = args.isEmpty() ? "" : args.pop();
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw new ParameterException(command.commandLine(), "-c is followed by no KEY=VALUE");
      }
      List<Flag> settings = option.getValue();
      settings.add(new Flag("-c", text.substring(0, equals).strip(), text.substring(equals + 1)));
    }
  }
}
