package dev.influx.app;

import dev.influx.app.export.Export;
import dev.influx.app.export.Forms;
import dev.influx.app.export.Selection;
import dev.influx.sink.files.StoredSnapshot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A snapshot, or some of its authors, in another form. */
@Command(
    name = "export",
    header = "Writes authors of a snapshot as JSON lines, CSV, Parquet or ids.",
    description = {
      "X's terms let you hand on ids, and little else: use --format ids for files",
      "that leave your hands."
    },
    footer = {
      "  influx snapshot export --format ids --out ids.txt",
      "  influx snapshot export --format csv --domain fintech --top 100",
      "  influx snapshot export --format parquet --min-score 50 --out best.parquet"
    })
final class SnapshotExportCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private ChosenSnapshot chosen;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Form format;

  @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.")
  private Path out;

  @Option(names = "--domain", paramLabel = "D", description = "Only authors of this domain.")
  private String domain;

  @Option(names = "--min-score", paramLabel = "X", description = "Only with this score or more.")
  private Double minScore;

  @Option(names = "--language", paramLabel = "L", description = "Only who writes in it: en.")
  private String language;

  @Option(names = "--top", paramLabel = "N", description = "No more than the best N of them.")
  private Long top;

  SnapshotExportCommand(Session session) {
    this.session = session;
  }

  /** What an export is written as. */
  enum Form {
    JSONL,
    CSV,
    PARQUET,
    IDS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Integer call() throws IOException {
    if (format == Form.PARQUET && out == null) {
      throw new ParameterException(spec.commandLine(), "--format parquet needs --out FILE");
    }
    StoredSnapshot snapshot = chosen.find(session);
    long written = out == null ? toOutput(snapshot) : toFile(snapshot);
    if (out != null) {
      session.err().println(written + " authors of " + snapshot.name() + " in " + out);
    }
    return ExitCode.OK.code();
  }

  private long toOutput(StoredSnapshot snapshot) throws IOException {
    OutputStream stream = new WriterStream(session.out());
    try (Export.Form form = form(stream)) {
      return run(snapshot, form);
    }
  }

  /** A file is there as a whole, or not at all. */
  private long toFile(StoredSnapshot snapshot) throws IOException {
    Path target = session.surroundings().directory().resolve(out);
    Path draft = target.resolveSibling("." + target.getFileName() + ".new");
    try {
      long written = write(snapshot, draft);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      return written;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private long write(StoredSnapshot snapshot, Path file) throws IOException {
    if (format == Form.PARQUET) {
      try (Export.Form form = Forms.parquet(file)) {
        return run(snapshot, form);
      }
    }
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file));
        Export.Form form = form(stream)) {
      return run(snapshot, form);
    }
  }

  private Export.Form form(OutputStream stream) throws IOException {
    return switch (format) {
      case CSV -> Forms.csv(stream);
      case IDS -> Forms.ids(stream);
      default -> Forms.jsonl(stream);
    };
  }

  private long run(StoredSnapshot snapshot, Export.Form form) throws IOException {
    Selection wanted =
        new Selection(
            Optional.ofNullable(domain),
            Optional.ofNullable(minScore),
            Optional.ofNullable(language),
            Optional.ofNullable(top));
    try (InputStream lines = snapshot.openAuthors()) {
      return Export.run(lines, wanted, form);
    }
  }

  /** Lines of bytes for a writer of text: all that is written is UTF-8, a whole line at a time. */
  private static final class WriterStream extends OutputStream {
    private final PrintWriter writer;

    WriterStream(PrintWriter writer) {
      this.writer = writer;
    }

    @Override
    public void write(int one) {
      writer.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      writer.write(new String(bytes, from, length, StandardCharsets.UTF_8));
    }

    @Override
    public void flush() {
      writer.flush();
    }
  }
}
