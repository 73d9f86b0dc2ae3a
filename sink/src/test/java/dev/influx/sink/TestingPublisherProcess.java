package dev.influx.sink;

import dev.influx.sink.Materialiser.Publisher;
import dev.influx.sink.files.PublishDirectory;
import dev.influx.sink.snapshot.AuthorChange;
import dev.influx.sink.snapshot.AuthorChange.Upserted;
import dev.influx.sink.snapshot.Cut.Position;
import dev.influx.sink.snapshot.Manifest;
import dev.influx.sink.snapshot.TestingCuts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rocksdb.util.Environment;

/**
 * Takes changes and publishes after each of them, until it is killed. Revision n of the list is the
 * same in every process: all authors carry it in their name, and their number follows from it.
 */
final class TestingPublisherProcess {
  private TestingPublisherProcess() {}

  /**
   * Writes a byte whenever it has published.
   *
   * @param library where {@link #unpackLibrary} put it
   */
  static Process start(Path directory, Path library, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-Djava.library.path=" + library,
            "-cp",
            System.getProperty("java.class.path"),
            TestingPublisherProcess.class.getName(),
            directory.toString())
        .redirectError(log.toFile())
        .start();
  }

  /** To unpack tens of megabytes in each of many processes would take most of their time. */
  static Path unpackLibrary(Path parent) throws IOException {
    Path library = Files.createDirectory(parent.resolve("library"));
    String name = Environment.getJniLibraryFileName("rocksdb");
    try (InputStream packed = Environment.class.getClassLoader().getResourceAsStream(name)) {
      Files.copy(packed, library.resolve(name));
    }
    return library;
  }

  /** Goes on from the revision that is published, as a sink goes on from its topic. */
  public static void main(String[] args) throws Exception {
    Path path = Path.of(args[0]);
    try (PublishDirectory directory = PublishDirectory.open(path);
        Materialiser list =
            new Materialiser(
                new Publisher(
                    directory,
                    new SinkMetrics(new SimpleMeterRegistry(), Clock.systemUTC()),
                    new Troubles()),
                Publishing.every(Duration.ZERO),
                Clock.systemUTC(),
                TestingCuts.at(Map.of(0, 0L)))) {
      long revision = directory.current().map(TestingPublisherProcess::revision).orElse(0L);
      while (true) {
        revision++;
        list.take(changes(revision), Map.of(0, Position.startingAt(revision)));
        if (list.publish(Optional.empty()).isPresent()) {
          throw new IllegalStateException("not published");
        }
        System.out.write('.');
        System.out.flush();
      }
    }
  }

  static long revision(Manifest manifest) {
    return manifest.source().offsets().get(TestingCuts.TOPIC).get(0);
  }

  private static List<AuthorChange> changes(long revision) {
    List<AuthorChange> changes = new ArrayList<>();
    for (int i = 0; i < count(revision); i++) {
      changes.add(
          new Upserted(
              TestingAuthors.writing(
                  "revision " + revision, TestingAuthors.bare(Integer.toString(i), i % 100))));
    }
    return changes;
  }

  /** Grows slowly, so that nobody is withdrawn. */
  static int count(long revision) {
    return (int) Math.min(300, 50 + revision / 8);
  }
}
