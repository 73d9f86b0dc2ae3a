package dev.influx.sink.verify;

import dev.influx.schemas.published.Sha256Hex;
import dev.influx.schemas.scores.ScoreTally;
import dev.influx.sink.LineSchema;
import dev.influx.sink.files.LineReader;
import dev.influx.sink.files.PublishDirectory;
import dev.influx.sink.files.StoredSnapshot;
import dev.influx.sink.record.LineTemplate;
import dev.influx.sink.record.PublishedBytes;
import dev.influx.sink.snapshot.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Computes again all that the manifest of a snapshot says of its files: every hash, size and count,
 * the id, and the distribution of the scores; and holds every line against the schema.
 */
public final class Verification {
  private static final int MOST_FINDINGS = 20;

  private final List<String> findings = new ArrayList<>();
  private final LineSchema schema = new LineSchema();

  private Verification() {}

  /** What is not as it should be; nothing when all is. */
  public static List<String> of(StoredSnapshot snapshot) {
    Verification verification = new Verification();
    verification.check(snapshot);
    return List.copyOf(verification.findings);
  }

  /** The files of a manifest that lie beside it. */
  public static List<String> ofFilesBeside(Path directory, Manifest manifest) {
    Verification verification = new Verification();
    manifest.files().forEach(file -> verification.checkFile(directory, file));
    return List.copyOf(verification.findings);
  }

  private void check(StoredSnapshot snapshot) {
    Manifest manifest = snapshot.manifest();
    expect(
        "the id that follows from offsets and policy",
        manifest.snapshotId(),
        manifest.computedId());
    manifest.files().forEach(file -> checkFile(snapshot.directory(), file));
    checkSums(snapshot.directory());
    try (InputStream lines = snapshot.openAuthors()) {
      checkLines(lines, manifest);
    } catch (IOException | IllegalArgumentException e) {
      find("its authors cannot be read: " + e.getMessage());
    }
    checkChanges(snapshot);
  }

  private void checkFile(Path directory, Manifest.File file) {
    Path path = directory.resolve(file.path());
    try {
      expect("bytes of " + file.path(), file.bytes(), Files.size(path));
      expect("SHA-256 of " + file.path(), file.sha256(), sha256(path));
    } catch (IOException e) {
      find(unreadable(path, e));
    }
  }

  private void checkSums(Path directory) {
    Path sums = directory.resolve(StoredSnapshot.SUMS);
    try {
      for (String line : Files.readAllLines(sums, StandardCharsets.US_ASCII)) {
        String[] parts = line.split("  ", 2);
        Path file = directory.resolve(parts.length == 2 ? parts[1] : PublishDirectory.MANIFEST);
        expect(StoredSnapshot.SUMS + " of " + file.getFileName(), parts[0], sha256(file));
      }
    } catch (IOException e) {
      find(unreadable(sums, e));
    }
  }

  private void checkLines(InputStream in, Manifest manifest) throws IOException {
    MessageDigest digest = Sha256Hex.newDigest();
    Map<Long, Long> tally = new HashMap<>();
    long[] seen = new long[2];
    new LineReader(new DigestInputStream(in, digest))
        .forEach(
            line -> {
              seen[0]++;
              seen[1] += line.length + 1;
              tally.merge(PublishedBytes.tenths(line), 1L, Long::sum);
              checkLine(line, seen[0]);
            });
    expect("the number of authors", manifest.count(), seen[0]);
    expect("bytes of the list", manifest.bytes(), seen[1]);
    expect("SHA-256 of the list", manifest.sha256(), Sha256Hex.of(digest));
    expect(
        "the distribution of the scores",
        manifest.distribution(),
        Manifest.Distribution.of(new ScoreTally(new TreeMap<>(tally))));
  }

  private void checkLine(byte[] line, long number) {
    LineTemplate template = LineTemplate.of(line);
    schema
        .objectionTo(template)
        .ifPresent(objection -> find("line " + number + ": " + objection.why()));
    if (PublishedBytes.rank(line) != number) {
      find("line " + number + " has the rank " + PublishedBytes.rank(line));
    }
  }

  private void checkChanges(StoredSnapshot snapshot) {
    Manifest.Counts counts = snapshot.manifest().counts();
    long[] lines = new long[1];
    try (InputStream in = snapshot.openChanges()) {
      new LineReader(in).forEach(line -> lines[0]++);
      expect(
          "the number of changes",
          counts.added() + counts.updated() + counts.withdrawn(),
          lines[0]);
    } catch (IOException e) {
      find(unreadable(snapshot.directory().resolve(StoredSnapshot.CHANGES), e));
    }
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = Sha256Hex.newDigest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Sha256Hex.of(digest);
  }

  private static String unreadable(Path file, IOException e) {
    return e instanceof NoSuchFileException
        ? file + " is not there"
        : file + " cannot be read: " + e.getMessage();
  }

  private void expect(String what, Object said, Object found) {
    if (!said.equals(found)) {
      find(what + ": the manifest says " + said + ", found " + found);
    }
  }

  private void find(String finding) {
    if (findings.size() < MOST_FINDINGS) {
      findings.add(finding);
    }
  }
}
