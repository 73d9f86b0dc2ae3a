package dev.influx.app;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      List<Map<String, Object>> entries = AuditEntries.of(work, Optional.ofNullable(id));
      switch (format) {
        case TABLE -> AuditEntries.table(entries).forEach(session.out()::println);
        case JSON -> session.printJson(entries);
      }
    }
    return ExitCode.OK.code();
  }
}
