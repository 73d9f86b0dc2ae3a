package dev.influx.app;

import dev.influx.runtime.Explained;
import dev.influx.sink.files.SnapshotArchive;
import dev.influx.sink.files.StoredSnapshot;
import dev.influx.sink.snapshot.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the snapshots are that a command is about, and which of them is meant. */
final class Snapshots {
  static final String LATEST = "latest";

  @Option(names = "--data", paramLabel = "DIR", description = "Default: sink.data_dir.")
  private Path data;

  /** The directory that a sink publishes in. */
  Path directory(Session session) {
    Path chosen = data == null ? session.config().sink().dataDir() : data;
    return session.surroundings().directory().resolve(chosen);
  }

  SnapshotArchive archive(Session session) {
    return SnapshotArchive.of(directory(session));
  }

  /** By the beginning of its name or of its id; the newest one if several begin so. */
  StoredSnapshot find(Session session, String name) throws IOException {
    List<StoredSnapshot> all = archive(session).list();
    if (name.equals(LATEST)) {
      return latest(session, all);
    }
    return all.stream()
        .filter(each -> isMeant(each, name))
        .findFirst()
        .orElseThrow(() -> missing(session, "none of the " + all.size() + " begins with " + name));
  }

  private static boolean isMeant(StoredSnapshot snapshot, String name) {
    return snapshot.name().startsWith(name) || snapshot.manifest().snapshotId().startsWith(name);
  }

  /** What readers of latest.jsonl get, or the newest where they get nothing. */
  private StoredSnapshot latest(Session session, List<StoredSnapshot> all) throws IOException {
    String published = archive(session).current().map(Manifest::snapshotId).orElse("");
    return all.stream()
        .filter(each -> each.manifest().snapshotId().equals(published))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .orElseThrow(() -> missing(session, "nothing was published there"));
  }

  private Explained missing(Session session, String why) {
    return new Explained(
        "there is no such snapshot in " + directory(session),
        why,
        "see influx snapshot list, or name another directory with --data",
        null);
  }
}
