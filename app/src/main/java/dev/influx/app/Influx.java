package dev.influx.app;

import dev.influx.app.logging.Logging;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** One run of the command, in whatever surroundings: it returns how that ended. */
final class Influx {
  /** Examples come first: they are what most people look for. They stand in the footer. */
  private static final List<String> SECTIONS =
      List.of(
          UsageMessageSpec.SECTION_KEY_HEADER,
          UsageMessageSpec.SECTION_KEY_FOOTER_HEADING,
          UsageMessageSpec.SECTION_KEY_FOOTER,
          UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
          UsageMessageSpec.SECTION_KEY_SYNOPSIS,
          UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING,
          UsageMessageSpec.SECTION_KEY_DESCRIPTION,
          UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING,
          UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
          UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
          UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
          UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING,
          UsageMessageSpec.SECTION_KEY_OPTION_LIST,
          UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING,
          UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST);

  private final Session session;

  Influx(Session session) {
    this.session = session;
  }

  static ExitCode run(Surroundings surroundings, String... args) {
    Session session = new Session(surroundings, new InfluxCommand());
    return new Influx(session).run(args);
  }

  private ExitCode run(String... args) {
    try {
      return ExitCode.of(commandLine(Commands.needed(args)).execute(args));
    } catch (Error e) {
      return new Failures(session).report(e);
    }
  }

  /** With every command there is. */
  CommandLine commandLine() {
    return commandLine(Commands.all());
  }

  private CommandLine commandLine(Map<String, Class<?>> commands) {
    Failures failures = new Failures(session);
    IFactory factory = new SessionFactory(session);
    CommandLine command = new CommandLine(session.options(), factory);
    commands.forEach((name, type) -> command.addSubcommand(name, new CommandLine(type, factory)));
    command.getCommandSpec().versionProvider(new Version()).addOption(versionOption());
    command.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
    command.getCommandSpec().usageMessage().exitCodeList(ExitCode.meanings());
    return describe(command)
        .setOut(session.out())
        .setErr(session.err())
        .setColorScheme(Help.defaultColorScheme(session.surroundings().colours()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(this::execute)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures);
  }

  private static CommandLine describe(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage
        .sectionKeys(SECTIONS)
        .footerHeading("%nExamples:%n")
        .abbreviateSynopsis(true)
        .synopsisHeading("%nUsage: ")
        .descriptionHeading(usage.description().length == 0 ? "" : "%n")
        .parameterListHeading("%nParameters:%n")
        .commandListHeading("%nCommands:%n")
        .optionListHeading("%nOptions:%n");
    command.getCommandSpec().addOption(helpOption());
    command.getSubcommands().values().forEach(Influx::describe);
    return command;
  }

  private static OptionSpec helpOption() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Show this help.")
        .build();
  }

  private static OptionSpec versionOption() {
    return OptionSpec.builder("-V", "--version")
        .versionHelp(true)
        .description("Show the versions of influx, Kafka and Java.")
        .build();
  }

  private int execute(ParseResult parsed) {
    if (session.options().verbose()) {
      Logging.verbose();
    }
    Integer helped = CommandLine.executeHelpRequest(parsed);
    return helped == null ? perform(parsed) : helped;
  }

  /**
   * A group of commands does nothing by itself; whoever names only that gets to see what is in it.
   */
  private int perform(ParseResult parsed) {
    List<CommandLine> named = parsed.asCommandLineList();
    CommandLine last = named.get(named.size() - 1);
    if (last.getCommand() instanceof Callable<?>) {
      return new RunLast().execute(parsed);
    }
    last.usage(session.err());
    return ExitCode.USAGE.code();
  }

  /** Makes commands with the session, where they ask for one. */
  private record SessionFactory(Session session) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        if (List.of(constructor.getParameterTypes()).equals(List.of(Session.class))) {
          return type.cast(constructor.newInstance(session));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
