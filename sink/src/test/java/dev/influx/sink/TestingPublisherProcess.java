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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes changes and publishes after each of them, until it is killed. Revision n of the list is the
 * same in every process: all authors carry it in their name, and their number follows from it.
 */
final class TestingPublisherProcess {
  private TestingPublisherProcess() {}

  /** Whatever makes processes start faster, made with one that publishes to a directory. */
  static TestingQuickStart quickStart(Path directory, Path data)
      throws IOException, InterruptedException {
    TestingQuickStart quick = TestingQuickStart.in(directory);
    quick.learnFrom(TestingPublisherProcess.class.getName(), data.toString());
    return quick;
  }

  /** Writes a byte whenever it has published. */
  static Process start(TestingQuickStart quick, Path data, Path log) throws IOException {
    return quick
        .command(TestingPublisherProcess.class.getName(), data.toString())
        .redirectError(log.toFile())
        .start();
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
        list.take(changes(revision), Map.of(TestingCuts.place(0), Position.startingAt(revision)));
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
