package dev.influx.bench;

import dev.influx.bench.SnapshotReport.Figure;
import dev.influx.bench.lab.UnableToFinishRunException;
import dev.influx.bench.load.ListedAuthors;
import dev.influx.bench.measure.Machine;
import dev.influx.bench.measure.ProcessMeter;
import dev.influx.runtime.files.Scratch;
import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.LineSchema;
import dev.influx.sink.files.Occasion;
import dev.influx.sink.files.PublishDirectory;
import dev.influx.sink.index.AuthorIndex;
import dev.influx.sink.snapshot.AuthorChange.Upserted;
import dev.influx.sink.snapshot.Cut;
import dev.influx.sink.snapshot.Cut.Place;
import dev.influx.sink.snapshot.Cut.Position;
import dev.influx.sink.snapshot.Snapshot;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Builds the index of a list as a sink does, and publishes from it. */
final class SnapshotBench {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int STEP = 100_000;
  private static final int TURNS = 5;

  private final Plan plan;
  private final Path data;
  private final Consumer<String> progress;
  private final ListedAuthors authors;
  private final LineSchema schema = new LineSchema();
  private final List<Figure> figures = new ArrayList<>();

  private SnapshotBench(Plan plan, Path data, Consumer<String> progress) {
    this.plan = plan;
    this.data = data;
    this.progress = progress;
    this.authors = new ListedAuthors(plan.seed());
  }

  /** How many authors, and how many of them change between two snapshots. */
  record Plan(int authors, int changes, long seed) {}

  static SnapshotReport run(Plan plan, Path parent, Consumer<String> progress) throws Exception {
    try (Scratch scratch =
        parent == null ? Scratch.create("influx-bench") : Scratch.in(parent, "influx-bench")) {
      SnapshotBench bench = new SnapshotBench(plan, scratch.resolve("data"), progress);
      bench.measure();
      return new SnapshotReport(Machine.here(), plan, bench.figures);
    }
  }

  private void measure() throws Exception {
    try (PublishDirectory directory = PublishDirectory.open(data);
        AuthorIndex index = AuthorIndex.in(directory.indexDirectory())) {
      double build = time("build the index, each line checked", () -> build(index));
      add("authors a second", plan.authors() / build);
      add("index MiB", mebibytes(size(directory.indexDirectory())));
      time("publish the first snapshot", () -> publish(directory, index, 0));
      long bytes = Files.size(directory.latest());
      add("latest.jsonl MiB", mebibytes(bytes));
      add("latest.jsonl.gz MiB", mebibytes(Files.size(data.resolve(PublishDirectory.PACKED))));
      compareWithCopy(index, directory.latest());
      double again =
          time(plan.changes() + " changes", () -> change(index, 1))
              + time("publish them", () -> publish(directory, index, 1));
      add("from the changes to the new snapshot, s", again);
      memory();
    }
  }

  private void build(AuthorIndex index) {
    for (int i = 0; i < plan.authors(); i++) {
      apply(index, authors.author(i, 0));
      if ((i + 1) % STEP == 0) {
        progress.accept("indexed " + (i + 1));
      }
    }
  }

  private void change(AuthorIndex index, int revision) {
    long stride = Math.max(1, plan.authors() / plan.changes());
    for (int i = 0; i < plan.changes(); i++) {
      apply(index, authors.author(i * stride, revision));
    }
  }

  private void apply(AuthorIndex index, ScoredProfile author) {
    Upserted change = new Upserted(author);
    schema
        .objectionTo(change.line())
        .ifPresent(
            objection -> {
              throw new UnableToFinishRunException("a list with " + objection.why());
            });
    index.apply(change);
  }

  private static void publish(PublishDirectory directory, AuthorIndex index, int number)
      throws Exception {
    directory.publish(snapshot(index, number), Occasion.at(Instant.now()));
    index.published();
  }

  private static Snapshot snapshot(AuthorIndex index, int number) {
    TreeMap<Place, Position> positions = new TreeMap<>();
    positions.put(new Place("influx.profiles.accepted", 0), Position.startingAt(number));
    return index
        .at(new Cut(Optional.empty(), positions))
        .fold(
            ready -> ready,
            withheld -> {
              throw new UnableToFinishRunException("a list that is withheld: " + withheld.why());
            });
  }

  /**
   * Writing alone, without hash, packing and waiting for the disk, as cp does; in turns, because
   * how fast a disk takes it depends on what was written before.
   */
  private void compareWithCopy(AuthorIndex index, Path latest) throws Exception {
    Path copy = data.resolve("copy");
    Snapshot snapshot = snapshot(index, 0);
    List<Double> cp = new ArrayList<>();
    List<Double> writing = new ArrayList<>();
    for (int turn = 1; turn <= TURNS; turn++) {
      cp.add(time("cp latest.jsonl, turn " + turn, () -> copy(latest, copy)));
      Files.delete(copy);
      writing.add(time("write latest.jsonl alone, turn " + turn, () -> write(snapshot, copy)));
      Files.delete(copy);
    }
    double size = mebibytes(Files.size(latest));
    double byCp = Figures.median(cp).orElseThrow();
    double byUs = Figures.median(writing).orElseThrow();
    add("MiB a second of cp, median", size / byCp);
    add("MiB a second of writing, median", size / byUs);
    add("times cp", byUs / byCp);
  }

  private static void write(Snapshot snapshot, Path file) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      snapshot.writeTo(out);
    }
  }

  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    new ProcessBuilder("cp", from.toString(), to.toString()).inheritIO().start().waitFor();
  }

  private void memory() {
    long heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    add("peak of the memory of Java, MiB", mebibytes(heap));
    add("largest heap allowed, MiB", mebibytes(Runtime.getRuntime().maxMemory()));
    new ProcessMeter(ProcessHandle.current())
        .peakResidentBytes()
        .ifPresent(bytes -> add("peak resident, MiB", mebibytes(bytes)));
  }

  private static long size(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static double mebibytes(long bytes) {
    return bytes / (double) (1 << 20);
  }

  private double time(String what, Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    add(what + ", s", seconds);
    progress.accept(what + ": " + seconds + " s");
    return seconds;
  }

  private void add(String what, double value) {
    figures.add(new Figure(what, value));
  }

  /** Something to be timed. */
  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }
}
