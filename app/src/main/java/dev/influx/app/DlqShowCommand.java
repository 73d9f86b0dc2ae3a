package dev.influx.app;

import dev.influx.app.deadletters.DeadLetter;
import dev.influx.app.deadletters.LetterBox;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One dead letter, with all that is known of it. */
@Command(
    name = "show",
    header = "Shows a dead letter: where it is from, why it died, and its bytes.",
    footer = {"  influx dlq show 2:15"})
final class DlqShowCommand implements Callable<Integer> {
  private static final int A_LINE = 16;
  private static final int MOST = 4_096;

  private final Session session;

  @Parameters(paramLabel = "LETTER", description = "As influx dlq list names it.")
  private String id;

  DlqShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    try (ReplayWork work = ReplayWork.on(session)) {
      DeadLetter letter =
          new LetterBox(work.installation(), work.registry()).open(List.of(id)).get(0);
      session.out().println("letter  " + letter.id());
      session.out().println("died    " + letter.died());
      session.out().println("key     " + Shown.line(letter.key().orElse("none")));
      session.out().println("from    " + Shown.line(letter.origin()));
      session.out().println("reason  " + Shown.line(letter.reason()));
      letter
          .headers()
          .forEach((name, value) -> session.out().println(Shown.line(name + " = " + value)));
      bytes(letter.value());
    }
    return ExitCode.OK.code();
  }

  private void bytes(byte[] value) {
    session.out().println(value.length + " bytes");
    for (int at = 0; at < Math.min(MOST, value.length); at += A_LINE) {
      byte[] line = Arrays.copyOfRange(value, at, Math.min(value.length, at + A_LINE));
      session
          .out()
          .printf("%06x  %-47s  %s%n", at, HexFormat.ofDelimiter(" ").formatHex(line), text(line));
    }
  }

  /** What is no letter of ASCII is a dot: nothing moves the cursor. */
  private static String text(byte[] line) {
    StringBuilder text = new StringBuilder();
    for (byte each : line) {
      text.append(each >= ' ' && each < 0x7f ? (char) each : '.');
    }
    return text.toString();
  }
}
