package dev.influx.app;

import dev.influx.scorer.replay.Replay;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The replays that there are and were. */
@Command(
    name = "list",
    header = "Shows every replay that was ever applied, and its state.",
    footer = {"  influx replay list", "  influx replay list --format json"})
final class ReplayListCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  ReplayListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    try (ReplayWork work = ReplayWork.on(session)) {
      Map<String, Replay> replays = work.log().all();
      switch (format) {
        case TABLE -> {
          Table table = new Table("REPLAY", "POLICY", "STATE", "SINCE", "RANGE");
          replays.values().forEach(each -> add(table, each));
          table.lines().forEach(session.out()::println);
        }
        case JSON ->
            session.printJson(replays.values().stream().map(ReplayListCommand::entry).toList());
      }
    }
    return ExitCode.OK.code();
  }

  private static void add(Table table, Replay replay) {
    table.add(
        replay.id(),
        replay.plan().policy().id(),
        replay.state().action(),
        replay.since().toString(),
        replay.plan().range().toString());
  }

  private static Map<String, Object> entry(Replay replay) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("replay", replay.id());
    entry.put("policy", replay.plan().policy().id());
    entry.put("policy_sha256", replay.plan().policy().sha256());
    entry.put("range", replay.plan().range().toString());
    entry.put("state", replay.state().action());
    entry.put("since", replay.since().toString());
    return entry;
  }
}
