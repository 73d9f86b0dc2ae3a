package dev.influx.sink.files;

import static dev.influx.sink.TestingAuthors.bare;
import static dev.influx.sink.TestingAuthors.writing;

import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.published.Sha256Hex;
import dev.influx.sink.snapshot.Manifest;
import dev.influx.sink.snapshot.Snapshot;
import dev.influx.sink.snapshot.TestingCuts;
import dev.influx.sink.snapshot.TestingSnapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A small disk that runs full while a list is published, and then can only be read. It is a program
 * and no test, since only some may mount one: {@code .ci/full-disk} does.
 */
final class TestingSmallDisk {
  private static final int AUTHORS = 2000;
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  private final Path disk;
  private final Path data;

  private TestingSmallDisk(Path disk) {
    this.disk = disk;
    this.data = disk.resolve("data");
  }

  /** Ends with an error if a list is lost or torn, or a failure is not said. */
  public static void main(String[] args) throws Exception {
    TestingSmallDisk test = new TestingSmallDisk(Path.of(args[0]));
    test.runsFull();
    test.isReadOnly();
    System.out.println("a full and a read-only disk left the last list as it was");
  }

  private void runsFull() throws Exception {
    try (PublishDirectory directory = PublishDirectory.open(data)) {
      Manifest first = directory.publish(snapshot(1), Occasion.at(NOW));
      long room = Files.getFileStore(disk).getUsableSpace();
      // From room for nothing to room for the list alone, which others come after.
      for (int left = 0; left <= 8; left++) {
        Path ballast = fill(room - left * (Files.size(directory.latest()) / 8));
        expectRefusal(directory, first);
        Files.delete(ballast);
      }
      Manifest second = directory.publish(snapshot(2), Occasion.at(NOW.plusSeconds(1)));
      expect(second.count() == AUTHORS && isWhole(second), "there was room, and no list");
    }
  }

  private void expectRefusal(PublishDirectory directory, Manifest last) throws IOException {
    try {
      directory.publish(snapshot(2), Occasion.at(NOW.plusSeconds(1)));
      throw new AssertionError("it was published on a full disk");
    } catch (UnableToPublishException e) {
      System.out.println("refused: " + e.getMessage());
      expect(e.getMessage().contains("No space left on device"), e.getMessage());
    }
    expect(directory.archive().current().filter(last::equals).isPresent(), "another manifest");
    expect(isWhole(last), "the last list is not as its manifest says");
  }

  private void isReadOnly() throws Exception {
    Manifest last = SnapshotArchive.of(data).current().orElseThrow();
    mount("remount,ro");
    try {
      PublishDirectory.open(data).close();
      throw new AssertionError("it was opened for writing");
    } catch (UnableToOpenPublishDirectoryException e) {
      System.out.println("refused: " + e.getMessage());
      expect(isWhole(last), "the last list is not as its manifest says");
    } finally {
      mount("remount,rw");
    }
    try (PublishDirectory directory = PublishDirectory.open(data)) {
      Manifest next = directory.publish(snapshot(3), Occasion.at(NOW.plusSeconds(2)));
      expect(isWhole(next), "it can be written again, and there is no list");
    }
  }

  private boolean isWhole(Manifest manifest) throws IOException {
    for (Manifest.File file : manifest.files()) {
      byte[] bytes = Files.readAllBytes(data.resolve(file.path()));
      if (!Sha256Hex.of(bytes).equals(file.sha256())) {
        return false;
      }
    }
    return true;
  }

  private Path fill(long bytes) throws IOException {
    Path ballast = disk.resolve("ballast");
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      for (long written = 0; written + block.length <= bytes; written += block.length) {
        out.write(block);
      }
    }
    return ballast;
  }

  private void mount(String options) throws IOException, InterruptedException {
    int ended =
        new ProcessBuilder("mount", "-o", options, disk.toString()).inheritIO().start().waitFor();
    expect(ended == 0, "mount -o " + options + " ended with " + ended);
  }

  private static void expect(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  private static Snapshot snapshot(int revision) {
    List<ScoredProfile> authors = new ArrayList<>();
    for (int i = 0; i < AUTHORS; i++) {
      authors.add(writing("revision " + revision, bare(Integer.toString(i), i % 100)));
    }
    return TestingSnapshots.of(TestingCuts.at(Map.of(0, (long) revision)), authors);
  }
}
