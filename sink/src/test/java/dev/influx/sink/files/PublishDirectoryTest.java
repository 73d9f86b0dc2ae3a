package dev.influx.sink.files;

import static dev.influx.sink.TestingAuthors.bare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.runtime.Explained;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.published.Sha256Hex;
import dev.influx.sink.snapshot.Manifest;
import dev.influx.sink.snapshot.Snapshot;
import dev.influx.sink.snapshot.TestingCuts;
import dev.influx.sink.snapshot.TestingSnapshots;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishDirectoryTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  @TempDir Path path;

  @Test
  void theManifestDescribesTheFileBesideIt() throws Exception {
    try (PublishDirectory directory = PublishDirectory.open(path)) {
      Snapshot snapshot = snapshot(3);
      Manifest manifest = directory.publish(snapshot, Occasion.at(NOW));

      byte[] lines = Files.readAllBytes(path.resolve("latest.jsonl"));
      assertThat(lines).isEqualTo(TestingSnapshots.bytes(snapshot));
      assertThat(manifest.sha256()).isEqualTo(Sha256Hex.of(lines));
      assertThat(manifest.bytes()).isEqualTo(lines.length);
      assertThat(manifest.count()).isEqualTo(3);
      assertThat(manifest.createdAt()).isEqualTo(NOW);
      assertThat(manifest.files())
          .first()
          .isEqualTo(new Manifest.File("latest.jsonl", 3, lines.length, Sha256Hex.of(lines)));
      assertThat(unpacked(path.resolve("latest.jsonl.gz"))).isEqualTo(lines);
      assertThat(Manifest.read(Files.readAllBytes(path.resolve("manifest.json"))))
          .isEqualTo(manifest);
      assertThat(drafts()).isEmpty();
    }
  }

  @Test
  void eachSnapshotNamesTheOneBefore() throws Exception {
    String first;
    try (PublishDirectory directory = PublishDirectory.open(path)) {
      first = directory.publish(snapshot(1), Occasion.at(NOW)).snapshotId();
      assertThat(directory.current().orElseThrow().previous()).isNull();
      assertThat(directory.publish(snapshot(2), Occasion.at(NOW)).previous()).isEqualTo(first);
    }
    try (PublishDirectory directory = PublishDirectory.open(path)) {
      assertThat(directory.publishes(snapshot(1))).isFalse();
      assertThat(directory.publishes(snapshot(2)))
          .as("the same one again, after a restart")
          .isTrue();
      assertThat(directory.current().orElseThrow().previous()).isEqualTo(first);
    }
  }

  @Test
  void aManifestThatCannotBeReadIsNoObstacle() throws Exception {
    Files.writeString(path.resolve("manifest.json"), "{ \"format_version\": 1, \"snap");
    try (PublishDirectory directory = PublishDirectory.open(path)) {
      assertThat(directory.current()).isEmpty();
      assertThat(directory.publish(snapshot(1), Occasion.at(NOW)).previous()).isNull();
    }
  }

  @Test
  void whatAKilledSinkLeftUnfinishedIsClearedAway() throws Exception {
    Files.writeString(path.resolve(".latest.jsonl.new"), "{\"id\":\"1");
    Files.writeString(path.resolve(".manifest.json.new"), "{");
    Files.writeString(path.resolve("notes.txt"), "of somebody else");
    try (PublishDirectory directory = PublishDirectory.open(path)) {
      assertThat(drafts()).isEmpty();
      assertThat(path.resolve("notes.txt")).exists();
      assertThat(directory.current()).isEmpty();
    }
  }

  @Test
  void aFileThatCannotBeWrittenLeavesBothAsTheyWere() throws Exception {
    try (PublishDirectory directory = PublishDirectory.open(path)) {
      Manifest before = directory.publish(snapshot(1), Occasion.at(NOW));
      byte[] lines = Files.readAllBytes(path.resolve("latest.jsonl"));
      for (String blocked : List.of(".latest.jsonl.new", ".manifest.json.new")) {
        Files.createDirectory(path.resolve(blocked));

        assertThatThrownBy(() -> directory.publish(snapshot(2), Occasion.at(NOW)))
            .isInstanceOf(UnableToPublishException.class)
            .hasMessageContaining(path.toString());

        assertThat(Files.readAllBytes(path.resolve("latest.jsonl"))).isEqualTo(lines);
        assertThat(Manifest.read(Files.readAllBytes(path.resolve("manifest.json"))))
            .isEqualTo(before);
        assertThat(directory.current()).contains(before);
        Files.deleteIfExists(path.resolve(blocked));
      }
      assertThat(directory.publish(snapshot(2), Occasion.at(NOW)).count()).isEqualTo(2);
      assertThat(drafts()).isEmpty();
    }
  }

  /** The device that is always full stands in for a disk that is, whoever runs the test. */
  @ParameterizedTest
  @ValueSource(strings = {"latest.jsonl", "latest.jsonl.gz", "manifest.json"})
  void aFullDiskLeavesAllAsItWasAndTakesTheNextListWhenThereIsRoom(String name) throws Exception {
    try (PublishDirectory directory = PublishDirectory.open(path)) {
      Manifest before = directory.publish(snapshot(1), Occasion.at(NOW));
      byte[] lines = Files.readAllBytes(path.resolve("latest.jsonl"));
      Files.createSymbolicLink(path.resolve("." + name + ".new"), Path.of("/dev/full"));

      assertThatThrownBy(() -> directory.publish(snapshot(2), Occasion.at(NOW)))
          .isInstanceOf(UnableToPublishException.class)
          .hasMessageContaining(path.toString())
          .hasMessageContaining("No space left on device");

      assertThat(Files.readAllBytes(path.resolve("latest.jsonl"))).isEqualTo(lines);
      assertThat(directory.archive().current()).contains(before);
      assertThat(directory.archive().list()).hasSize(1);
      assertThat(drafts()).isEmpty();
      assertThat(path.resolve("snapshots").resolve(".new")).doesNotExist();
      assertThat(directory.publish(snapshot(2), Occasion.at(NOW)).count()).isEqualTo(2);
    }
  }

  @Test
  void aDirectoryHasOneOwner() throws Exception {
    try (PublishDirectory directory = PublishDirectory.open(path)) {
      assertThat(directory.latest()).isEqualTo(path.resolve("latest.jsonl"));
      assertThatThrownBy(() -> PublishDirectory.open(path))
          .isInstanceOfSatisfying(
              Explained.class,
              failure -> {
                assertThat(failure.what()).contains(path.toString());
                assertThat(failure.why()).isEqualTo("it is in use by this process");
                assertThat(failure.remedy()).contains("stop the other sink");
              });
    }
    try (PublishDirectory next = PublishDirectory.open(path)) {
      assertThat(next.current()).isEmpty();
    }
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsExplained() throws IOException {
    Path file = Files.writeString(path.resolve("file"), "");

    for (Path impossible : List.of(file, file.resolve("below"))) {
      assertThatThrownBy(() -> PublishDirectory.open(impossible))
          .isInstanceOfSatisfying(
              Explained.class,
              failure -> {
                assertThat(failure.what()).contains(impossible.toString());
                assertThat(failure.why()).contains(file.toString());
                assertThat(failure.remedy()).contains("sink.data_dir");
              });
    }
  }

  @Test
  void missingDirectoriesAreMade() throws Exception {
    Path deep = path.resolve("a").resolve("b");
    try (PublishDirectory directory = PublishDirectory.open(deep)) {
      directory.publish(snapshot(1), Occasion.at(NOW));
    }
    assertThat(deep.resolve("latest.jsonl")).exists();
  }

  @Test
  void aSnapshotStaysReachableUnderItsOwnName() throws Exception {
    try (PublishDirectory directory = PublishDirectory.open(path)) {
      Snapshot first = snapshot(2);
      directory.publish(first, Occasion.at(NOW));
      directory.publish(snapshot(3), Occasion.at(NOW.plusSeconds(1)));

      StoredSnapshot stored = directory.archive().find(first.id()).orElseThrow();
      assertThat(stored.name()).isEqualTo("2026-11-21T090000Z-" + first.id().substring(0, 8));
      try (InputStream lines = stored.openAuthors()) {
        assertThat(lines.readAllBytes()).isEqualTo(TestingSnapshots.bytes(first));
      }
      assertThat(stored.manifest().sha256()).isEqualTo(Sha256Hex.of(TestingSnapshots.bytes(first)));
      for (String sum :
          Files.readAllLines(stored.directory().resolve("SHA256SUMS"), StandardCharsets.US_ASCII)) {
        byte[] file = Files.readAllBytes(stored.directory().resolve(sum.substring(66)));
        assertThat(sum).startsWith(Sha256Hex.of(file) + "  ");
      }
    }
  }

  @Test
  void whatWasLostOfThePublishedFilesIsBroughtBack() throws Exception {
    try (PublishDirectory directory = PublishDirectory.open(path)) {
      directory.publish(snapshot(3), Occasion.at(NOW));
      byte[] lines = Files.readAllBytes(path.resolve("latest.jsonl"));
      Files.writeString(path.resolve("latest.jsonl"), "spoilt");
      Files.delete(path.resolve("latest.jsonl.gz"));

      assertThat(directory.publishes(snapshot(3))).isTrue();
      assertThat(Files.readAllBytes(path.resolve("latest.jsonl"))).isEqualTo(lines);
      assertThat(unpacked(path.resolve("latest.jsonl.gz"))).isEqualTo(lines);
    }
  }

  @Test
  void aSnapshotThatWasNotPublishedToItsEndIsNoSnapshot() throws Exception {
    String published;
    byte[] manifest;
    try (PublishDirectory directory = PublishDirectory.open(path)) {
      published = directory.publish(snapshot(1), Occasion.at(NOW)).snapshotId();
      manifest = Files.readAllBytes(path.resolve("manifest.json"));
      directory.publish(snapshot(2), Occasion.at(NOW.plusSeconds(1)));
    }
    Files.write(path.resolve("manifest.json"), manifest);
    Files.createDirectories(path.resolve("snapshots").resolve(".new"));

    try (PublishDirectory directory = PublishDirectory.open(path)) {
      assertThat(directory.archive().list())
          .extracting(each -> each.manifest().snapshotId())
          .containsExactly(published);
      assertThat(path.resolve("snapshots").resolve(".new")).doesNotExist();
    }
  }

  private static byte[] unpacked(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private List<String> drafts() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".new"))
          .toList();
    }
  }

  private static Snapshot snapshot(int authors) {
    List<ScoredProfile> all = new ArrayList<>();
    for (int i = 0; i < authors; i++) {
      all.add(bare(Integer.toString(i), i));
    }
    return TestingSnapshots.of(TestingCuts.at(Map.of(0, (long) authors)), all);
  }
}
