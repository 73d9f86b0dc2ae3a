package dev.influx.harvester.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.intake.Lines.Line;
import dev.influx.lists.seeds.CsvReader;
import dev.influx.lists.seeds.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads lists of authors to ask for: a handle, id or profile address a line, JSON objects with such
 * a member, or a table with such a column. Who is asked for more than once, in whatever case and
 * list, is handed on once. Memory grows by some bytes an author.
 */
public final class Intake {
  private static final Pattern REMARK = Pattern.compile("\\s#.*$");

  private final Taker taker;
  private final KeySet keys = new KeySet();
  private long accepted;
  private long duplicates;
  private long rejected;

  /** Takes what is read as soon as it is. */
  public interface Taker {
    void requested(Requested author);

    void rejected(Reject reject);
  }

  public Intake(Taker taker) {
    this.taker = taker;
  }

  /** Reads files one after the other. */
  public static IntakeResult read(List<Path> files) throws IOException {
    IntakeResult.Collected collected = new IntakeResult.Collected();
    Intake intake = new Intake(collected);
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        intake.read(file.toString(), in);
      }
    }
    return collected.result(intake.counts());
  }

  /**
   * Reads one list, in UTF-8, to its end.
   *
   * @param source what requests and rejects call it
   */
  public void read(String source, InputStream list) throws IOException {
    BufferedReader text = new BufferedReader(new InputStreamReader(list, UTF_8), 1 << 16);
    Lines lines = new Lines(text);
    boolean begun = false;
    for (Optional<Line> next = lines.next(); next.isPresent(); next = lines.next()) {
      Line line = next.get();
      if (isEntry(line.text())) {
        Optional<Columns> columns = begun ? Optional.empty() : Columns.of(line.text());
        if (columns.isPresent()) {
          readTable(source, columns.get(), text, line.number());
          return;
        }
        take(source, line.number(), named(line));
        begun = true;
      }
    }
  }

  /** What has been read so far. */
  public IntakeCounts counts() {
    return new IntakeCounts(accepted, duplicates, rejected);
  }

  private void readTable(String source, Columns columns, BufferedReader rows, long header)
      throws IOException {
    CsvReader table = new CsvReader(rows);
    for (var next = table.next(); next.isPresent(); next = table.next()) {
      CsvRecord row = next.get();
      if (isEntry(row.fields().get(0)) || row.columns() > 1) {
        readRow(source, columns, row, header);
      }
    }
  }

  private void readRow(String source, Columns columns, CsvRecord row, long header) {
    if (row.fields().get(0).startsWith("#")) {
      return;
    }
    Optional<CsvRecord.Flaw> flaw = row.flaw();
    take(
        source,
        header + flaw.map(CsvRecord.Flaw::line).orElse(row.line()),
        flaw.map(breach -> Named.nobody(breach.what(), Reason.BROKEN_TABLE))
            .orElseGet(() -> columns.read(row.fields())));
  }

  private static boolean isEntry(String text) {
    return !text.isBlank() && !text.startsWith("#");
  }

  private static Named named(Line line) {
    if (!line.whole()) {
      return Named.nobody(line.text(), Reason.TOO_LONG);
    } else if (line.text().startsWith("{")) {
      return JsonEntry.read(line.text());
    }
    String word = REMARK.matcher(line.text()).replaceFirst("");
    return word.indexOf(',') < 0 ? Naming.word(word) : Named.nobody(word, Reason.NO_HEADER);
  }

  private void take(String source, long line, Named named) {
    if (named.reason().isPresent()) {
      rejected++;
      taker.rejected(new Reject(source, line, named.text(), named.reason().get()));
    } else if (isNew(named)) {
      accepted++;
      taker.requested(new Requested(named.id(), named.handle(), source, line));
    } else {
      duplicates++;
    }
  }

  /** An id decides: the handle of one author may have been that of another. */
  private boolean isNew(Named named) {
    boolean newHandle =
        named.handle().map(handle -> keys.add(By.HANDLE, By.fold(handle))).orElse(true);
    return named.id().map(id -> keys.add(By.ID, id)).orElse(newHandle);
  }
}
