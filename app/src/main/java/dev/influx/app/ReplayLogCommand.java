package dev.influx.app;

import dev.influx.schemas.AuditEvent;
import dev.influx.scorer.replay.Replay;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What was done, when, and by whom. */
@Command(
    name = "log",
    header = "Shows what was done with replays and dead letters, when, and by whom.",
    footer = {"  influx replay log", "  influx replay log m2-2-20261121t210000z"})
final class ReplayLogCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Of one replay only.")
  private String id;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  ReplayLogCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    try (ReplayWork work = ReplayWork.on(session)) {
      List<AuditEvent> events = work.log().events().stream().filter(this::isWanted).toList();
      switch (format) {
        case TABLE -> {
          Table table = new Table("AT", "SUBJECT", "ACTION", "BY", "DETAIL");
          events.forEach(each -> add(table, each));
          table.lines().forEach(session.out()::println);
        }
        case JSON -> session.printJson(events.stream().map(ReplayLogCommand::entry).toList());
      }
    }
    return ExitCode.OK.code();
  }

  private boolean isWanted(AuditEvent event) {
    return id == null || event.getSubject().equals(Replay.subject(id));
  }

  private static void add(Table table, AuditEvent event) {
    table.add(
        event.getAt().toString(),
        Shown.line(event.getSubject()),
        Shown.line(event.getAction()),
        Shown.line(Objects.toString(event.getBy(), "-")),
        Shown.line(Objects.toString(event.getDetail(), "-")));
  }

  private static Map<String, Object> entry(AuditEvent event) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("at", event.getAt().toString());
    entry.put("subject", event.getSubject());
    entry.put("action", event.getAction());
    entry.put("by", event.getBy());
    entry.put("detail", event.getDetail());
    return entry;
  }
}
