package dev.influx.app;

import dev.influx.app.evaluate.Origin;
import dev.influx.validator.lines.InputFile;
import dev.influx.validator.lines.LineTooLongException;
import dev.influx.validator.lines.UnableToUnpackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The files that a command was told to read, one after the other. */
final class EvaluationInputs {
  private static final Path STANDARD_INPUT = Path.of("-");

  private final Surroundings surroundings;
  private final List<Path> files;
  private final Instant asOf;
  private final long totalBytes;
  private long bytesBefore;
  private InputFile current;

  EvaluationInputs(Surroundings surroundings, List<Path> files, Instant asOf) {
    this.surroundings = surroundings;
    this.files = files;
    this.asOf = asOf;
    this.totalBytes = files.stream().mapToLong(this::size).reduce(0, EvaluationInputs::sum);
  }

  /** How much has been read; negative if nobody knows how much there is. */
  long percent() {
    return totalBytes <= 0 ? -1 : 100 * (bytesBefore + current.bytesRead()) / totalBytes;
  }

  /** Reads on as long as somebody wants more. */
  void readAll(Reading reading, BooleanSupplier wanted) throws InterruptedException {
    for (Path file : files) {
      if (wanted.getAsBoolean()) {
        read(file, reading);
      }
    }
  }

  private void read(Path file, Reading reading) throws InterruptedException {
    try (InputFile input = open(file)) {
      current = input;
      reading.read(origin(file), input.content());
      bytesBefore += input.bytesRead();
    } catch (NoSuchFileException e) {
      throw unreadable(file, "there is no such file", "check its path", e);
    } catch (UnableToUnpackException e) {
      throw unreadable(file, "it is packed, and " + e.getMessage(), "fetch it again", e);
    } catch (LineTooLongException e) {
      throw unreadable(file, e.getMessage(), "check that it has a value a line", e);
    } catch (IOException e) {
      throw unreadable(file, e.toString(), "check that it is a file that you may read", e);
    }
  }

  private InputFile open(Path file) throws IOException {
    return file.equals(STANDARD_INPUT)
        ? InputFile.of(surroundings.in())
        : InputFile.open(resolve(file));
  }

  private Origin origin(Path file) {
    return file.equals(STANDARD_INPUT)
        ? new Origin("stdin", "file:///dev/stdin", asOf)
        : new Origin(file.toString(), resolve(file).toAbsolutePath().toUri().toString(), asOf);
  }

  private Path resolve(Path file) {
    return surroundings.directory().resolve(file);
  }

  /** Negative for what has no size before its end. */
  private long size(Path file) {
    try {
      return !file.equals(STANDARD_INPUT) && Files.isRegularFile(resolve(file))
          ? Files.size(resolve(file))
          : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  private static long sum(long one, long other) {
    return one < 0 || other < 0 ? -1 : one + other;
  }

  private static UnableToReadInputException unreadable(
      Path file, String why, String remedy, IOException cause) {
    return new UnableToReadInputException(file, why, remedy, cause);
  }

  /** What is to be done with each file. */
  @FunctionalInterface
  interface Reading {
    void read(Origin origin, InputStream content) throws IOException, InterruptedException;
  }
}
