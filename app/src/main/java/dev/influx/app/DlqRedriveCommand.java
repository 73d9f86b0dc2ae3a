package dev.influx.app;

import dev.influx.app.deadletters.DeadLetter;
import dev.influx.app.deadletters.LetterBox;
import dev.influx.app.deadletters.Redrive;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Dead letters, put back. */
@Command(
    name = "redrive",
    header = "Checks dead letters again, and puts those back that are sound now.",
    description = {
      "They go to the raw topic with their bytes and their time, and are open no",
      "longer. A letter that died three times after that is let rest. Ends with 3",
      "when some cannot go back."
    },
    footer = {
      "  influx dlq redrive --reason undecodable          says what would be done",
      "  influx dlq redrive --reason undecodable --yes",
      "  influx dlq redrive 2:15 --yes"
    })
final class DlqRedriveCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private DlqChoice choice;

  @Option(names = "--yes", description = "Do it. Without this, only says what would be done.")
  private boolean yes;

  DlqRedriveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (ReplayWork work = ReplayWork.on(session)) {
      LetterBox box = new LetterBox(work.installation(), work.registry());
      List<DeadLetter> letters = choice.find(spec.commandLine(), box);
      Redrive redrive = new Redrive(work.installation(), work.registry());
      List<DeadLetter> sound = sound(letters, redrive);
      if (!yes) {
        session.out().println(sound.size() + " of " + letters.size() + " would be put back");
        session.err().println("nothing was done: add --yes to put them back");
        return ExitCode.NEEDS_CONFIRMATION.code();
      }
      if (!sound.isEmpty()) {
        redrive.send(sound);
        box.note(LetterBox.Decision.REDRIVEN, sound, Clock.systemUTC().instant(), work.user());
      }
      session.out().println(sound.size() + " of " + letters.size() + " were put back");
      return (sound.size() == letters.size() ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
    }
  }

  private List<DeadLetter> sound(List<DeadLetter> letters, Redrive redrive) {
    List<DeadLetter> sound = new ArrayList<>();
    for (DeadLetter letter : letters) {
      Optional<String> obstacle = redrive.obstacle(letter);
      if (obstacle.isEmpty()) {
        sound.add(letter);
      } else {
        session.err().println(letter.id() + ": " + Shown.line(obstacle.get()));
      }
    }
    return sound;
  }
}
