package dev.influx.validator.files;

import dev.influx.schemas.published.Sha256Hex;
import dev.influx.validator.files.CheckedAuthor.Place;
import dev.influx.validator.files.Fault.Severity;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/** Compares the authors of a file in their order, counts, and hands on whatever is found. */
final class Findings implements AutoCloseable {
  private final FileValidation.Output output;
  private final Optional<Manifest> manifest;
  private final FileSummary.Counter counter = new FileSummary.Counter();
  private final ListCheck list;
  private final Duplicates duplicates;
  private boolean published;
  private boolean wanted = true;

  Findings(Judges judges, Optional<Manifest> manifest, Path scratch, FileValidation.Output output) {
    this.output = output;
    this.manifest = manifest;
    this.list = new ListCheck(judges, this::found);
    this.duplicates = new Duplicates(scratch);
    this.published = manifest.isPresent();
  }

  /** Takes what came of some lines, and says whether more is wanted. */
  boolean add(LineCheck.Checked checked) {
    for (CheckedAuthor author : checked.authors()) {
      add(author);
    }
    counter.lines(checked.lines());
    wanted = output.proceed(checked.lines());
    return wanted;
  }

  private void add(CheckedAuthor author) {
    if (author.isAuthor()) {
      counter.author();
      published |= counter.authors() == 1 && author.shape() == Shape.CURRENT;
      duplicates.add(author);
    }
    // In a list of published records a line of another shape is no older file, but a broken line.
    Severity ofShape = published ? Severity.VIOLATION : Severity.WARNING;
    author.faultsWith(Code.EARLIER_SHAPE, ofShape).forEach(this::found);
    if (author.shape() == Shape.CURRENT) {
      list.add(author);
    }
  }

  private void found(Fault fault) {
    counter.fault(fault);
    output.fault(fault);
  }

  /** What only the whole file shows; nothing if it was not read to its end. */
  void end(MessageDigest bytes) {
    if (!wanted) {
      return;
    }
    duplicates.forEach(this::found);
    if (counter.authors() == 0) {
      found(Code.EMPTY_FILE.ofFile("there are no authors in it"));
    }
    manifest.ifPresent(
        stated ->
            new ManifestCheck(stated, this::found)
                .check(counter.authors(), Sha256Hex.of(bytes), list.first()));
  }

  FileSummary summary(String file) {
    return counter.summary(file, Optional.ofNullable(list.first()).map(Place::policy));
  }

  @Override
  public void close() {
    duplicates.close();
  }
}
