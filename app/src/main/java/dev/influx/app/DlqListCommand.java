package dev.influx.app;

import dev.influx.app.deadletters.DeadLetter;
import dev.influx.app.deadletters.LetterBox;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The dead letters that nobody has decided about. */
@Command(
    name = "list",
    header = "Shows the open dead letters by reason, with samples.",
    footer = {"  influx dlq list", "  influx dlq list --samples 20 --format json"})
final class DlqListCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many to name of each reason. Default: ${DEFAULT-VALUE}.")
  private int samples;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  DlqListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    try (ReplayWork work = ReplayWork.on(session)) {
      Map<String, List<DeadLetter>> byReason =
          new LetterBox(work.installation(), work.registry())
              .open().stream()
                  .collect(
                      Collectors.groupingBy(DeadLetter::reason, TreeMap::new, Collectors.toList()));
      switch (format) {
        case TABLE -> table(byReason);
        case JSON -> session.printJson(byReason.entrySet().stream().map(this::entry).toList());
      }
    }
    return ExitCode.OK.code();
  }

  private void table(Map<String, List<DeadLetter>> byReason) {
    if (byReason.isEmpty()) {
      session.out().println("There are no open dead letters.");
      return;
    }
    Table table = new Table("REASON", "LETTERS", "SAMPLE", "DIED", "FROM", "ERROR").rightAligned(1);
    byReason.forEach(
        (reason, letters) ->
            newest(letters)
                .forEach(
                    letter ->
                        table.add(
                            Shown.line(reason),
                            Integer.toString(letters.size()),
                            letter.id(),
                            letter.died().toString(),
                            Shown.line(letter.origin()),
                            Shown.line(letter.error()))));
    table.lines().forEach(session.out()::println);
  }

  private List<DeadLetter> newest(List<DeadLetter> letters) {
    return letters.subList(Math.max(0, letters.size() - Math.max(1, samples)), letters.size());
  }

  private Map<String, Object> entry(Map.Entry<String, List<DeadLetter>> reason) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("reason", reason.getKey());
    entry.put("letters", reason.getValue().size());
    entry.put("samples", newest(reason.getValue()).stream().map(DlqListCommand::sample).toList());
    return entry;
  }

  private static Map<String, Object> sample(DeadLetter letter) {
    Map<String, Object> sample = new LinkedHashMap<>();
    sample.put("letter", letter.id());
    sample.put("died", letter.died().toString());
    sample.put("key", letter.key().orElse(null));
    sample.put("from", letter.origin());
    sample.put("error", letter.error());
    sample.put("redriven", letter.redriven());
    return sample;
  }
}
