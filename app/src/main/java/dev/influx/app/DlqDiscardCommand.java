package dev.influx.app;

import dev.influx.app.deadletters.DeadLetter;
import dev.influx.app.deadletters.LetterBox;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Dead letters that nobody wants back. */
@Command(
    name = "discard",
    header = "Notes that dead letters are not wanted back.",
    description = {"They are no longer listed. Their bytes stay until they are 30 days old."},
    footer = {"  influx dlq discard 2:15 2:16 --yes", "  influx dlq discard --reason no_key --yes"})
final class DlqDiscardCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private DlqChoice choice;

  @Option(names = "--yes", description = "Do it. Without this, only says what would be done.")
  private boolean yes;

  DlqDiscardCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (ReplayWork work = ReplayWork.on(session)) {
      LetterBox box = new LetterBox(work.installation(), work.registry());
      List<DeadLetter> letters = choice.find(spec.commandLine(), box);
      if (!yes) {
        session.out().println(letters.size() + " would be discarded");
        session.err().println("nothing was done: add --yes to discard them");
        return ExitCode.NEEDS_CONFIRMATION.code();
      }
      if (!letters.isEmpty()) {
        box.note(LetterBox.Decision.DISCARDED, letters, Clock.systemUTC().instant(), work.user());
      }
      session.out().println(letters.size() + " are discarded");
      return ExitCode.OK.code();
    }
  }
}
