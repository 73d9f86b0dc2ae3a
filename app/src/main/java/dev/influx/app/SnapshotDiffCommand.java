package dev.influx.app;

import dev.influx.runtime.files.Scratch;
import dev.influx.sink.changes.LineDifference;
import dev.influx.sink.files.LineReader;
import dev.influx.sink.files.StoredSnapshot;
import dev.influx.sink.index.LineComparison;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What differs between two snapshots, author by author. */
@Command(
    name = "diff",
    header = "Shows which authors differ between two snapshots, one a line.",
    description = {
      "Ranks do not count: they change with every other author. The lines are those",
      "of a change file, and the sums come last, on stderr."
    },
    footer = {
      "  influx snapshot diff 2026-11-20 latest",
      "  influx snapshot diff 2026-11-20 latest --summary"
    })
final class SnapshotDiffCommand implements Callable<Integer> {
  private final Session session;
  private final Map<LineDifference.Op, Long> sums = new EnumMap<>(LineDifference.Op.class);

  @Mixin private Snapshots snapshots;

  @Parameters(index = "0", paramLabel = "A", description = "How the name or id of one begins.")
  private String before;

  @Parameters(index = "1", paramLabel = "B", description = "And that of the other; or latest.")
  private String after;

  @Option(names = "--summary", description = "Only the sums, on stdout.")
  private boolean summary;

  SnapshotDiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    StoredSnapshot old = snapshots.find(session, before);
    StoredSnapshot now = snapshots.find(session, after);
    try (Scratch scratch = Scratch.create("influx-diff");
        LineComparison comparison = LineComparison.in(scratch.root())) {
      compare(old, now, comparison);
    }
    String text =
        "%d added, %d updated, %d removed"
            .formatted(
                sum(LineDifference.Op.ADDED),
                sum(LineDifference.Op.UPDATED),
                sum(LineDifference.Op.REMOVED));
    (summary ? session.out() : session.err()).println(text);
    return ExitCode.OK.code();
  }

  private void compare(StoredSnapshot old, StoredSnapshot now, LineComparison comparison)
      throws IOException {
    try (InputStream lines = old.openAuthors()) {
      new LineReader(lines).forEach(comparison::before);
    }
    try (InputStream lines = now.openAuthors()) {
      LineReader reader = new LineReader(lines);
      for (Optional<byte[]> line = reader.next(); line.isPresent(); line = reader.next()) {
        comparison.after(line.get()).ifPresent(this::show);
      }
    }
    comparison.forEachRemoved(this::show);
  }

  private void show(LineDifference difference) {
    sums.merge(difference.op(), 1L, Long::sum);
    if (!summary) {
      session.out().println(new String(difference.toJson(), StandardCharsets.UTF_8));
    }
  }

  private long sum(LineDifference.Op op) {
    return sums.getOrDefault(op, 0L);
  }
}
