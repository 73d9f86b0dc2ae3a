package dev.influx.app;

import dev.influx.app.config.ConfigResult;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.JudgedAuthors;
import dev.influx.app.seeds.JudgedAuthor;
import dev.influx.app.seeds.JudgedLines;
import dev.influx.runtime.Explained;
import dev.influx.schemas.wire.Registry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who is in the list: by a published file, or by the topics of an installation. */
final class JudgedSource {
  private static final Path LIVE = Path.of("live");

  private final Session session;

  JudgedSource(Session session) {
    this.session = session;
  }

  /**
   * Everybody who was judged. Of a file those are the accepted ones only.
   *
   * @param where a file, or {@code live}
   */
  List<JudgedAuthor> read(Path where) throws InterruptedException, IOException {
    return where.equals(LIVE) ? readLive() : readFile(where);
  }

  private List<JudgedAuthor> readFile(Path file) throws InterruptedException {
    List<JudgedAuthor> authors = new ArrayList<>();
    try (EvaluationInputs inputs =
        new EvaluationInputs(session.surroundings(), List.of(file), Instant.EPOCH)) {
      inputs.readAll(
          (origin, content) -> {
            try {
              authors.addAll(JudgedLines.read(content));
            } catch (JudgedLines.UnableToReadListException e) {
              throw new UnableToReadInputException(
                  file, e.getMessage(), "name a published list, such as data/latest.jsonl", e);
            }
          },
          () -> true);
    }
    return authors;
  }

  private List<JudgedAuthor> readLive() throws IOException {
    Installation installation = installation();
    installation.requireTopics();
    List<JudgedAuthor> authors = new ArrayList<>();
    try (Registry registry = installation.registry()) {
      registry.ping();
      new JudgedAuthors<>(
              installation,
              registry,
              "influx-seeds",
              new JudgedAuthors.Readers<>(JudgedAuthor::of, JudgedAuthor::of),
              JudgedSource::refuse)
          .forEach(authors::add, read -> {});
    }
    return authors;
  }

  private static void refuse(JudgedAuthors.Unreadable record) {
    throw new Explained(
        "the authors of the list could not be counted",
        "the record at %s, offset %d, is unreadable: %s"
            .formatted(record.partition(), record.offset(), record.reason()),
        "look at it, or name a published list instead",
        null);
  }

  private Installation installation() {
    ConfigResult.Loaded loaded = session.load();
    Path data = session.surroundings().directory().resolve(loaded.config().sink().dataDir());
    return Installation.running(loaded, data);
  }
}
