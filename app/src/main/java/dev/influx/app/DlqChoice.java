package dev.influx.app;

import dev.influx.app.deadletters.DeadLetter;
import dev.influx.app.deadletters.LetterBox;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The options that say which dead letters are meant. */
final class DlqChoice {
  @Parameters(arity = "0..*", paramLabel = "LETTER", description = "As influx dlq list names it.")
  private final List<String> ids = new ArrayList<>();

  @Option(names = "--reason", paramLabel = "R", description = "All letters with this reason.")
  private String reason;

  @Option(names = "--all", description = "All letters.")
  private boolean all;

  List<DeadLetter> find(CommandLine command, LetterBox box) {
    int ways = (ids.isEmpty() ? 0 : 1) + (reason == null ? 0 : 1) + (all ? 1 : 0);
    if (ways != 1) {
      throw new ParameterException(command, "name letters, or --reason, or --all");
    }
    return ids.isEmpty()
        ? box.open().stream().filter(letter -> all || letter.reason().equals(reason)).toList()
        : box.open(ids);
  }
}
