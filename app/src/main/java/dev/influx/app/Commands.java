package dev.influx.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/**
 * The commands at the top. To look at each of them, and at those below, takes as long as starting
 * Java: whoever names one gets that one alone.
 */
final class Commands {
  /** In the order in which help lists them. */
  private static final List<Class<?>> TYPES =
      List.of(
          UpCommand.class,
          EvaluateCommand.class,
          ExplainCommand.class,
          HistoryCommand.class,
          ReportCommand.class,
          ValidateCommand.class,
          AuditCommand.class,
          PolicyCommand.class,
          ReplayCommand.class,
          DlqCommand.class,
          SeedsCommand.class,
          StatusCommand.class,
          LagCommand.class,
          CheckCommand.class,
          DashboardsCommand.class,
          TopologyCommand.class,
          MonitorCommand.class,
          TopicsCommand.class,
          HarvestCommand.class,
          ScorerCommand.class,
          SinkCommand.class,
          SnapshotCommand.class,
          ForgetCommand.class,
          ComplianceCommand.class,
          SimCommand.class,
          ConfigCommand.class,
          CompletionCommand.class);

  private Commands() {}

  /** Every command, by name. */
  static Map<String, Class<?>> all() {
    Map<String, Class<?>> all = new LinkedHashMap<>();
    TYPES.forEach(type -> all.put(name(type), type));
    return all;
  }

  /** The command that the arguments begin with; all of them where they begin otherwise. */
  static Map<String, Class<?>> needed(String... args) {
    Map<String, Class<?>> all = all();
    return Optional.of(args)
        .filter(given -> given.length > 0)
        .map(given -> all.get(given[0]))
        .<Map<String, Class<?>>>map(type -> Map.of(args[0], type))
        .orElse(all);
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }
}
