package dev.influx.app.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.app.history.Appearance.Change;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The published snapshots that an author stood in, the oldest first, as far as they are still kept.
 *
 * @param snapshots those that have the author, and those that the author had left
 * @param unreadable names of those that nobody can read
 */
public record Appearances(List<Appearance> snapshots, List<String> unreadable) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MANIFEST = "manifest.json";
  private static final String LATEST = "latest";

  public Appearances {
    snapshots = List.copyOf(snapshots);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Looks into the directory that a sink publishes to; there need not be one.
   *
   * @param id of digits
   */
  public static Appearances in(Path data, String id) {
    Reader reader = new Reader(id);
    for (Stored each : stored(data, reader.unreadable)) {
      reader.take(each);
    }
    return new Appearances(reader.found, reader.unreadable);
  }

  /** A snapshot in its files. */
  private record Stored(String name, Path authors, Path changes, JsonNode manifest) {
    static Stored archived(Path directory) throws IOException {
      return new Stored(
          directory.getFileName().toString(),
          directory.resolve("authors.jsonl.gz"),
          directory.resolve("changes.jsonl.gz"),
          JSON.readTree(Files.readAllBytes(directory.resolve(MANIFEST))));
    }

    String id() {
      return manifest.path("snapshot_id").asText();
    }

    Instant at() {
      return Instant.parse(manifest.path("created_at").asText());
    }

    boolean follows(Optional<Stored> other) {
      String previous = manifest.path("previous").asText();
      return other.filter(before -> before.id().equals(previous)).isPresent()
          && Files.exists(changes);
    }
  }

  private static List<Stored> stored(Path data, List<String> unreadable) {
    List<Stored> stored = new ArrayList<>();
    for (Path directory : directories(data.resolve("snapshots"))) {
      readable(() -> Stored.archived(directory), directory.getFileName().toString(), unreadable)
          .ifPresent(stored::add);
    }
    readable(() -> latest(data), LATEST, unreadable)
        .filter(latest -> stored.stream().noneMatch(each -> each.id().equals(latest.id())))
        .ifPresent(stored::add);
    stored.sort(Comparator.comparing(Stored::at).thenComparing(Stored::name));
    return stored;
  }

  /** The list of now, which lies in the archive as well, if there is one. */
  private static Stored latest(Path data) throws IOException {
    JsonNode manifest = JSON.readTree(Files.readAllBytes(data.resolve(MANIFEST)));
    return new Stored(
        LATEST, data.resolve("latest.jsonl.gz"), data.resolve("changes.jsonl.gz"), manifest);
  }

  /** Drafts, and what is about to be deleted, are hidden. */
  private static List<Path> directories(Path archive) {
    try (Stream<Path> all = Files.list(archive)) {
      return all.filter(each -> !each.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Reads what may be gone a moment later. */
  private interface Reading {
    Stored read() throws IOException;
  }

  private static Optional<Stored> readable(Reading reading, String name, List<String> unreadable) {
    try {
      Stored stored = reading.read();
      return stored.at().isAfter(Instant.MIN) ? Optional.of(stored) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | DateTimeException e) {
      unreadable.add(name);
      return Optional.empty();
    }
  }

  /** Goes through snapshots in their order, and reads no more of them than it must. */
  private static final class Reader {
    private final String id;
    private final String quoted;
    private final List<Appearance> found = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private Optional<Stored> before = Optional.empty();
    private Optional<Double> score = Optional.empty();

    Reader(String id) {
      this.id = id;
      this.quoted = "\"id\":\"" + id + "\"";
    }

    void take(Stored snapshot) {
      try {
        look(snapshot);
        before = Optional.of(snapshot);
      } catch (NoSuchFileException e) {
        before = Optional.empty();
      } catch (IOException e) {
        unreadable.add(snapshot.name());
        before = Optional.empty();
      }
    }

    private void look(Stored snapshot) throws IOException {
      if (!snapshot.follows(before)) {
        read(snapshot, Change.LISTED);
        return;
      }
      Optional<JsonNode> change = line(snapshot.changes());
      String op = change.map(it -> it.path("op").asText()).orElse("");
      switch (op) {
        case "added" -> read(snapshot, Change.ADDED);
        case "updated" -> read(snapshot, Change.UPDATED);
        case "removed" -> add(snapshot, Change.REMOVED, Optional.empty(), Optional.empty());
        default -> {
          if (score.isPresent()) {
            add(snapshot, Change.SAME, Optional.empty(), score);
          }
        }
      }
    }

    private void read(Stored snapshot, Change change) throws IOException {
      Optional<JsonNode> meta = line(snapshot.authors()).map(line -> line.path("meta"));
      if (meta.isPresent()) {
        JsonNode of = meta.get();
        add(
            snapshot,
            change,
            Optional.of(of.path("rank_global").asLong()),
            Optional.of(of.path("score").asDouble()));
      } else {
        score = Optional.empty();
      }
    }

    private void add(
        Stored snapshot, Change change, Optional<Long> rank, Optional<Double> scoreThen) {
      String policy = snapshot.manifest().path("policy").path("id").asText();
      found.add(new Appearance(snapshot.name(), snapshot.at(), policy, change, rank, scoreThen));
      score = scoreThen;
    }

    /** The line of the author; all others are not taken apart. */
    private Optional<JsonNode> line(Path file) throws IOException {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file), 1 << 16),
                  StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.contains(quoted)) {
            JsonNode author = JSON.readTree(line);
            if (author.path("id").asText().equals(id)) {
              return Optional.of(author);
            }
          }
        }
        return Optional.empty();
      }
    }
  }
}
