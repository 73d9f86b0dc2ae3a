package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.monitor.facts.SnapshotFacts;
import dev.influx.schemas.published.Sha256Hex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageSnapshotsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String OLD = "ffffffff0000";
  private static final String NEW = "000000001111";

  @TempDir private Path data;

  @Test
  void theNewestComesFirstWhateverTheirIdsAre() throws IOException {
    keep("2026-11-22T090000Z-ffffffff", OLD, "2026-11-22T09:00:00Z");
    publish(keep("2026-11-22T100000Z-00000000", NEW, "2026-11-22T10:00:00Z"));

    List<SnapshotFacts> all = new PageSnapshots(data).read(NOW);

    assertThat(all).extracting(SnapshotFacts::snapshotId).containsExactly(NEW, OLD);
    assertThat(all).extracting(SnapshotFacts::current).containsExactly(true, false);
    assertThat(all.get(0).files())
        .containsExactly(
            "/latest.jsonl",
            "/manifest.json",
            "/snapshots/2026-11-22T100000Z-00000000/authors.jsonl.gz",
            "/snapshots/2026-11-22T100000Z-00000000/manifest.json");
    assertThat(all).allMatch(it -> it.verification().state().equals("verified"));
    assertThat(all.get(0).spread().orElseThrow().histogram()).hasSize(1);
  }

  @Test
  void aKeptFileThatIsNotTheOneOfTheManifestIsNamed() throws IOException {
    Path kept = keep("2026-11-22T090000Z-ffffffff", OLD, "2026-11-22T09:00:00Z");
    Files.writeString(kept.resolve("authors.jsonl.gz"), "something else");

    SnapshotFacts facts = new PageSnapshots(data).read(NOW).get(0);

    assertThat(facts.verification().state()).isEqualTo("failed");
    assertThat(facts.verification().findings())
        .containsExactly("authors.jsonl.gz: not the hash that the manifest names");
  }

  @Test
  void whereNothingWasPublishedThereIsNone() {
    assertThat(new PageSnapshots(data).read(NOW)).isEmpty();
  }

  private Path keep(String name, String id, String at) throws IOException {
    Path directory = Files.createDirectories(data.resolve("snapshots").resolve(name));
    Files.writeString(directory.resolve("authors.jsonl.gz"), id);
    Files.writeString(
        directory.resolve("manifest.json"),
        """
        {"snapshot_id": "%s", "created_at": "%s", "count": 1, "sha256": "%s",
         "files": [{"path": "authors.jsonl.gz", "sha256": "%3$s"}],
         "distribution": {"p50": 50, "histogram": [{"from": 0, "to": 100, "count": 1}]}}
        """
            .formatted(id, at, Sha256Hex.of(id.getBytes(StandardCharsets.UTF_8))));
    return directory;
  }

  private void publish(Path kept) throws IOException {
    Files.copy(kept.resolve("authors.jsonl.gz"), data.resolve("latest.jsonl"));
    Files.copy(kept.resolve("manifest.json"), data.resolve("manifest.json"));
  }
}
