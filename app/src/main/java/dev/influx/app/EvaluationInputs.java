package dev.influx.app;

import dev.influx.app.evaluate.Origin;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.published.Sha256Hex;
import dev.influx.validator.lines.InputFile;
import dev.influx.validator.lines.LineTooLongException;
import dev.influx.validator.lines.Spooled;
import dev.influx.validator.lines.UnableToUnpackException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The files that a command was told to read, one after the other, once or twice. What streams in
 * can be read only once: if it is to be read twice, it is kept until this is closed.
 */
final class EvaluationInputs implements AutoCloseable {
  private static final Path STANDARD_INPUT = Path.of("-");

  private final Surroundings surroundings;
  private final List<Path> files;
  private final Instant asOf;
  private final int times;
  private final boolean keepsPipes;
  private final Map<Integer, Spooled> kept = new HashMap<>();
  private final long totalBytes;
  private long bytesBefore;
  private InputFile current;

  EvaluationInputs(Surroundings surroundings, List<Path> files, Instant asOf) {
    this(surroundings, files, asOf, 1, false);
  }

  private EvaluationInputs(
      Surroundings surroundings, List<Path> files, Instant asOf, int times, boolean keepsPipes) {
    this.surroundings = surroundings;
    this.files = files;
    this.asOf = asOf;
    this.times = times;
    this.keepsPipes = keepsPipes;
    this.totalBytes = files.stream().mapToLong(this::size).reduce(0, EvaluationInputs::sum);
  }

  /** To be read by two calls, each of which reads all. */
  static EvaluationInputs toReadTwice(Surroundings surroundings, List<Path> files, Instant asOf) {
    return new EvaluationInputs(surroundings, files, asOf, 2, true);
  }

  /**
   * To be read by one call after their digests were taken.
   *
   * @param asOf null if nobody knows
   */
  static EvaluationInputs toDigestAndRead(
      Surroundings surroundings, List<Path> files, Instant asOf) {
    return new EvaluationInputs(surroundings, files, asOf, 1, true);
  }

  /** Where temporary files may be. */
  static Path scratch() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  /** How much has been read; negative if nobody knows how much there is. */
  long percent() {
    return totalBytes <= 0 ? -1 : 100 * (bytesBefore + current.bytesRead()) / (times * totalBytes);
  }

  /** Reads on as long as somebody wants more. */
  void readAll(Reading reading, BooleanSupplier wanted) throws InterruptedException {
    for (int at = 0; at < files.size() && wanted.getAsBoolean(); at++) {
      read(at, reading);
    }
  }

  /** Of the bytes of each file, as packed as they are, by its address. */
  Map<String, Sha256> digests() throws InterruptedException {
    Map<String, Sha256> digests = new HashMap<>();
    for (int at = 0; at < files.size(); at++) {
      int which = at;
      explaining(files.get(at), () -> digests.put(origin(files.get(which)).uri(), digest(which)));
    }
    return digests;
  }

  private Sha256 digest(int at) throws IOException {
    MessageDigest digest = Sha256Hex.newDigest();
    try (InputStream in = new DigestInputStream(open(at), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return new Sha256(digest.digest());
  }

  private void read(int at, Reading reading) throws InterruptedException {
    Path file = files.get(at);
    explaining(
        file,
        () -> {
          try (InputFile input = InputFile.of(open(at))) {
            current = input;
            reading.read(origin(file), input.content());
            // Whoever stops early wants no more of it.
            bytesBefore += Math.max(input.bytesRead(), size(file));
          }
        });
  }

  private static void explaining(Path file, Attempt attempt) throws InterruptedException {
    try {
      attempt.make();
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

  private InputStream open(int at) throws IOException {
    Path file = files.get(at);
    if (!keepsPipes || isFile(file)) {
      return stream(file);
    }
    if (!kept.containsKey(at)) {
      kept.put(at, keep(file));
    }
    return kept.get(at).read();
  }

  private Spooled keep(Path file) throws IOException {
    try (InputStream stream = stream(file)) {
      return Spooled.of(stream, scratch());
    }
  }

  private InputStream stream(Path file) throws IOException {
    return file.equals(STANDARD_INPUT) ? surroundings.in() : Files.newInputStream(resolve(file));
  }

  /** Pipes and devices are none. */
  private boolean isFile(Path file) {
    return !file.equals(STANDARD_INPUT) && Files.isRegularFile(resolve(file));
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
      return isFile(file) ? Files.size(resolve(file)) : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  private static long sum(long one, long other) {
    return one < 0 || other < 0 ? -1 : one + other;
  }

  @Override
  public void close() {
    kept.values().forEach(Spooled::close);
  }

  private static UnableToReadInputException unreadable(
      Path file, String why, String remedy, IOException cause) {
    return new UnableToReadInputException(file, why, remedy, cause);
  }

  /** Something that may fail because of a file. */
  @FunctionalInterface
  private interface Attempt {
    void make() throws IOException, InterruptedException;
  }

  /** What is to be done with each file. */
  @FunctionalInterface
  interface Reading {
    void read(Origin origin, InputStream content) throws IOException, InterruptedException;
  }
}
