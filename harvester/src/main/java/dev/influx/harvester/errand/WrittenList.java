package dev.influx.harvester.errand;

import dev.influx.harvester.plan.Occasion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The list of a run as it was written down when the run began: each author once. */
final class WrittenList {
  private static final String METHOD = "list";

  private final Path file;
  private final RunDescription run;
  private final Instant createdAt;

  WrittenList(Path file, RunDescription run) {
    this.file = file;
    this.run = run;
    this.createdAt = run.createdAt();
  }

  /** How many authors it has, those who cannot be asked for included. */
  int authors() {
    return Math.toIntExact(run.accepted() + run.rejected());
  }

  /** The lines one by one; the file is closed after the last. */
  Iterator<ListLine> lines() {
    try {
      return new Lines(Files.newBufferedReader(file));
    } catch (IOException e) {
      throw new UncheckedIOException("the list of the run cannot be read: " + file, e);
    }
  }

  private static final class Lines implements Iterator<ListLine> {
    private final BufferedReader reader;
    private Optional<String> next;

    Lines(BufferedReader reader) throws IOException {
      this.reader = reader;
      this.next = read();
    }

    private Optional<String> read() throws IOException {
      Optional<String> line = Optional.ofNullable(reader.readLine());
      if (line.isEmpty()) {
        reader.close();
      }
      return line;
    }

    @Override
    public boolean hasNext() {
      return next.isPresent();
    }

    @Override
    public ListLine next() {
      String line = next.orElseThrow(NoSuchElementException::new);
      try {
        next = read();
      } catch (IOException e) {
        throw new UncheckedIOException("the list of the run cannot be read on", e);
      }
      return ListLine.read(line);
    }
  }

  /** That somebody stands on a list is a reason to look, and the line is the evidence. */
  Occasion occasion(ListLine line) {
    String name = run.sources().get(line.source()).name();
    return new Occasion(
        line.name(), Optional.empty(), METHOD, evidence(name, line.line()), createdAt);
  }

  private static URI evidence(String name, long line) {
    try {
      return new URI("file", name, "L" + line);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("a name that no file has: " + name, e);
    }
  }
}
