package dev.influx.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.LiveAuthors;
import dev.influx.runtime.Explained;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ids, and nothing else, of all authors of whom anything is kept. */
@Command(
    name = "export",
    header = "Writes the ids of all live authors, one a line, in ascending order.",
    description = {
      "As X's batch compliance takes them, and as they may be handed on. Live is",
      "who is accepted or rejected; the forgotten are neither."
    },
    footer = {"  influx compliance export --out ids.txt", "  influx compliance export | wc -l"})
final class ComplianceExportCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to, whole or not at all. Default: standard output.")
  private Path out;

  ComplianceExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Installation installation = ForgetCommand.installation(session);
    long count = 0;
    try (Stream<String> ids = LiveAuthors.ascending(installation)) {
      count =
          out == null ? print(ids) : write(ids, session.surroundings().directory().resolve(out));
    } catch (IOException e) {
      throw new Explained(
          "the ids could not be written to " + out,
          e.toString(),
          "check that it is a place where you may write",
          e);
    }
    session.err().println(count + " ids");
    return ExitCode.OK.code();
  }

  /** Until nobody reads any more. */
  private long print(Stream<String> ids) {
    long count = 0;
    for (Iterator<String> each = ids.iterator(); each.hasNext(); count++) {
      session.out().append(each.next()).append('\n');
      if (count % 1_000 == 0 && session.out().checkError()) {
        break;
      }
    }
    session.out().flush();
    return count;
  }

  private static long write(Stream<String> ids, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path temporary = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".tmp");
    try {
      long count = 0;
      try (BufferedWriter writer = Files.newBufferedWriter(temporary, US_ASCII)) {
        for (Iterator<String> each = ids.iterator(); each.hasNext(); count++) {
          writer.append(each.next()).append('\n');
        }
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      return count;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
