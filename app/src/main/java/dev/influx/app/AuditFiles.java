package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.lists.DataFault;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Explained;
import dev.influx.validator.audit.Sample;
import dev.influx.validator.audit.review.KnownAuthors;
import dev.influx.validator.audit.review.LabelFile;
import dev.influx.validator.audit.review.Review;
import dev.influx.validator.audit.review.ReviewSheets;
import dev.influx.validator.audit.review.SheetWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files in which reviewers say something. */
final class AuditFiles {
  static final String ORGANIZATION = "organization";

  private final Path directory;

  AuditFiles(Session session) {
    this.directory = session.surroundings().directory();
  }

  /** A file is there, and may hold the work of a reviewer. */
  static final class UnconfirmedException extends Explained {
    private static final long serialVersionUID = 1L;

    private UnconfirmedException(Path file) {
      super(
          "the sheet " + file + " is not written",
          "there is such a file, and there may be labels in it",
          "name another one, or add --force to overwrite it",
          null);
    }
  }

  /** A file says what cannot be understood; all of that is in the reason. */
  static final class FaultyException extends Explained {
    private static final long serialVersionUID = 1L;

    private FaultyException(String what, List<DataFault> faults) {
      super(
          what + " cannot be used",
          faults.stream().map(DataFault::toString).collect(Collectors.joining("\n     ")),
          "correct what is named above",
          null);
    }
  }

  /** Asked before hours of reading, not only after. */
  void requireAbsent(Path file) {
    if (Files.exists(directory.resolve(file))) {
      throw new UnconfirmedException(file);
    }
  }

  /** Whole or not at all. */
  void write(Path file, Sample sample, boolean overwrite) {
    Path target = directory.resolve(file).toAbsolutePath();
    try {
      write(target, SheetWriter.csv(sample), overwrite);
    } catch (FileAlreadyExistsException e) {
      throw new UnconfirmedException(file);
    } catch (IOException e) {
      throw new Explained(
          "the sheet " + file + " could not be written",
          e.toString(),
          "check that it is a place where you may write",
          e);
    }
  }

  private static void write(Path target, String text, boolean overwrite) throws IOException {
    Path draft = target.resolveSibling(target.getFileName() + ".draft");
    try {
      Files.writeString(draft, text, UTF_8);
      if (overwrite) {
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.move(draft, target);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** What reviewers wrote into sheets, of this policy if one is expected. */
  Review review(List<Path> files, Optional<Policy> expected) {
    ReviewSheets sheets =
        expected
            .map(policy -> ReviewSheets.ofPolicy(policy.sha256().hex()))
            .orElseGet(ReviewSheets::ofAnyPolicy);
    files.forEach(file -> sheets.add(file.toString(), read(file)));
    return sheets
        .review()
        .orElseThrow(
            faults -> new FaultyException(files.size() == 1 ? "the sheet" : "the sheets", faults));
  }

  KnownAuthors labels(Path file) {
    return LabelFile.read(file.toString(), read(file))
        .fold(
            kinds -> new KnownAuthors(ORGANIZATION, kinds),
            faults -> {
              throw new FaultyException("the labels", faults);
            });
  }

  private byte[] read(Path file) {
    try {
      return Files.readAllBytes(directory.resolve(file));
    } catch (NoSuchFileException e) {
      throw new UnableToReadInputException(file, "there is no such file", "check its path", e);
    } catch (IOException e) {
      throw new UnableToReadInputException(
          file, e.toString(), "check that it is a file that you may read", e);
    }
  }
}
