package dev.influx.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.app.history.Appearance.Change;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppearancesTest {
  private static final String ID = "17";

  @TempDir private Path data;

  @Test
  void whereNothingIsPublishedNobodyAppears() {
    assertThat(Appearances.in(data, ID).snapshots()).isEmpty();
    assertThat(Appearances.in(data.resolve("nowhere"), ID).unreadable()).isEmpty();
  }

  @Test
  void tellsFromFirstToLastWhatBecameOfTheAuthor() throws IOException {
    snapshot(1, "a", null, author("117", 1, 90) + author(ID, 2, 50), "");
    snapshot(2, "b", "a", author("117", 1, 90) + author(ID, 2, 50), change("updated", "117"));
    snapshot(3, "c", "b", author(ID, 1, 61.5), change("updated", ID) + change("removed", "117"));
    snapshot(4, "d", "c", "", change("removed", ID));
    snapshot(5, "e", "d", author("117", 1, 3), change("added", "117"));
    snapshot(6, "f", "e", author(ID, 1, 7), change("added", ID));

    Appearances appearances = Appearances.in(data, ID);

    assertThat(appearances.snapshots())
        .containsExactly(
            appearance(1, "a", Change.LISTED, 2L, 50.0),
            appearance(2, "b", Change.SAME, null, 50.0),
            appearance(3, "c", Change.UPDATED, 1L, 61.5),
            appearance(4, "d", Change.REMOVED, null, null),
            appearance(6, "f", Change.ADDED, 1L, 7.0));
    assertThat(appearances.unreadable()).isEmpty();
  }

  @Test
  void looksAtTheWholeListWhereTheOneBeforeIsGone() throws IOException {
    snapshot(1, "a", null, author(ID, 1, 50), "");
    snapshot(3, "c", "b", author(ID, 4, 40), change("updated", "1"));
    snapshot(4, "d", "x", "", change("updated", "1"));

    assertThat(Appearances.in(data, ID).snapshots())
        .containsExactly(
            appearance(1, "a", Change.LISTED, 1L, 50.0),
            appearance(3, "c", Change.LISTED, 4L, 40.0));
  }

  @Test
  void theListOfNowCountsOnce() throws IOException {
    snapshot(1, "a", null, author(ID, 1, 50), "");
    latest("a");
    assertThat(Appearances.in(data, ID).snapshots()).hasSize(1);

    latest("b");
    assertThat(Appearances.in(data, ID).snapshots())
        .extracting(Appearance::snapshot)
        .containsExactly("a", "latest");
  }

  @Test
  void namesWhatCannotBeReadAndReadsTheRest() throws IOException {
    snapshot(1, "a", null, author(ID, 1, 50), "");
    snapshot(2, "b", "a", author(ID, 1, 50), change("updated", ID));
    Files.writeString(data.resolve("snapshots/b/authors.jsonl.gz"), "no gzip");
    snapshot(3, "c", "b", author(ID, 1, 50), "");
    Files.createDirectories(data.resolve("snapshots/broken"));
    Files.writeString(data.resolve("snapshots/broken/manifest.json"), "{");
    Files.createDirectories(data.resolve("snapshots/.new"));
    Files.createDirectories(data.resolve("snapshots/half"));

    Appearances appearances = Appearances.in(data, ID);

    assertThat(appearances.unreadable()).containsExactly("broken", "b");
    assertThat(appearances.snapshots())
        .containsExactly(
            appearance(1, "a", Change.LISTED, 1L, 50.0),
            appearance(3, "c", Change.LISTED, 1L, 50.0));
  }

  private static Appearance appearance(
      int hour, String name, Change change, Long rank, Double score) {
    return new Appearance(
        name,
        Instant.parse(at(hour)),
        "m2@2",
        change,
        Optional.ofNullable(rank),
        Optional.ofNullable(score));
  }

  private static String at(int hour) {
    return "2026-11-21T0" + hour + ":00:00Z";
  }

  private static String author(String id, int rank, double score) {
    return """
        {"id":"%s","handle":"h","meta":{"score":%s,"rank_global":%d}}
        """
        .formatted(id, score, rank);
  }

  private static String change(String op, String id) {
    return """
        {"op":"%s","id":"%s","handle":"h","fields":[],"reason":"policy"}
        """
        .formatted(op, id);
  }

  private void snapshot(int hour, String name, String previous, String authors, String changes)
      throws IOException {
    Path directory = Files.createDirectories(data.resolve("snapshots").resolve(name));
    pack(directory.resolve("authors.jsonl.gz"), authors);
    pack(directory.resolve("changes.jsonl.gz"), changes);
    manifest(directory, name, hour, previous);
  }

  private void latest(String id) throws IOException {
    pack(data.resolve("latest.jsonl.gz"), author(ID, 9, 9));
    manifest(data, id, 9, "a");
  }

  private static void manifest(Path directory, String id, int hour, String previous)
      throws IOException {
    String quoted = previous == null ? "null" : "\"" + previous + "\"";
    Files.writeString(
        directory.resolve("manifest.json"),
        """
        {"snapshot_id":"%s","created_at":"%s","policy":{"id":"m2@2"},"previous":%s}
        """
            .formatted(id, at(hour), quoted));
  }

  private static void pack(Path file, String lines) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(lines.getBytes(StandardCharsets.UTF_8));
    }
  }
}
