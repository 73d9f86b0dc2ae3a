package dev.influx.app;

import dev.influx.lists.policies.PolicyDiff;
import dev.influx.lists.policies.PolicyDiff.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Two policies, value by value. */
@Command(
    name = "diff",
    header = "Shows what differs between two policies, value by value.",
    footer = {"  influx policy diff m2@1 m2@2", "  influx policy diff m2@2 mine.yml --format json"})
final class PolicyDiffCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "A", description = "An id, or a file.")
  private String before;

  @Parameters(index = "1", paramLabel = "B", description = "An id, or a file.")
  private String after;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  PolicyDiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    PolicyChoice choice = new PolicyChoice(session);
    PolicyDiff diff = PolicyDiff.between(choice.find(before), choice.find(after));
    switch (format) {
      case TABLE -> table(diff).forEach(session.out()::println);
      case JSON ->
          session.printJson(diff.changes().stream().map(PolicyDiffCommand::entry).toList());
    }
    return ExitCode.OK.code();
  }

  private List<String> table(PolicyDiff diff) {
    if (diff.changes().isEmpty()) {
      return List.of("no difference: both have the same hash");
    }
    Table table = new Table("WHAT", before, after);
    diff.changes()
        .forEach(
            change ->
                table.add(change.path(), change.before().orElse("-"), change.after().orElse("-")));
    return table.lines();
  }

  private static Map<String, Object> entry(Change change) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("path", change.path());
    entry.put("before", change.before().orElse(null));
    entry.put("after", change.after().orElse(null));
    return entry;
  }
}
