package dev.influx.sink.snapshot;

import static dev.influx.sink.TestingAuthors.bare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.scores.Histogram.Bin;
import dev.influx.sink.TestingAuthors;
import dev.influx.sink.snapshot.Manifest.ChangeCounts;
import dev.influx.sink.snapshot.Manifest.Publication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManifestTest {
  private static final Path GOLDEN =
      Path.of(
          System.getProperty("influx.root"), "sink", "src", "test", "resources", "manifest.json");
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final Manifest.File LINES =
      new Manifest.File("latest.jsonl", 3, 1234, "ab".repeat(32));

  private static Manifest manifest(Snapshot snapshot, Optional<String> previous) {
    return Manifest.of(
        snapshot,
        new Publication(
            LINES, List.of(LINES), NOW, previous, new ChangeCounts(2, 1, 0), Optional.empty()));
  }

  @Test
  void aManifestLooksLikeTheOneThatWasReviewed() throws IOException {
    Cut cut =
        TestingCuts.at(Map.of(0, 0L, 1, 0L))
            .advancedBy(
                Map.of(
                    TestingCuts.place(1),
                    TestingCuts.step(17, TestingAuthors.SEEN, TestingAuthors.SEEN)));
    Snapshot snapshot =
        TestingSnapshots.of(cut, List.of(bare("1", 90.04), bare("2", 0), bare("3", 50)));

    String json =
        new String(
                manifest(snapshot, Optional.of("cd".repeat(32))).toJson(), StandardCharsets.UTF_8)
            .replaceFirst("\"git\": [^\n]*", "\"git\": null");

    if (System.getProperty("influx.golden").equals("write") && System.getenv("CI") == null) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, json);
    }
    assertThat(json)
        .as("rewrite with mvn -pl sink -am test -Dinflux.golden=write")
        .isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void whatIsWrittenReadsBack() throws IOException {
    Snapshot snapshot =
        TestingSnapshots.of(TestingCuts.at(Map.of(0, 3L)), List.of(bare("1", 90.04)));
    Manifest manifest = manifest(snapshot, Optional.empty());

    assertThat(Manifest.read(manifest.toJson())).isEqualTo(manifest);
  }

  @Test
  void aListWithoutAuthorsHasNoFiguresButItsCount() throws IOException {
    Snapshot nobody = TestingSnapshots.of(TestingCuts.at(Map.of(0, 3L)), List.of());
    Manifest manifest = manifest(nobody, Optional.empty());

    assertThat(manifest.count()).isZero();
    assertThat(manifest.policy()).isNull();
    assertThat(manifest.scoreVersion()).isNull();
    assertThat(manifest.distribution().mean()).isNull();
    assertThat(manifest.distribution().zeroScores()).isZero();
    assertThat(manifest.freshness().oldest()).isNull();
    assertThat(Manifest.read(manifest.toJson())).isEqualTo(manifest);
  }

  @Test
  void figuresAreThoseOfThePublishedScores() {
    List<ScoredProfile> authors = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      ScoredProfile author = bare(Integer.toString(i), i + 0.04);
      authors.add(
          ScoredProfile.newBuilder(author).setObservedAt(NOW.minus(Duration.ofHours(i))).build());
    }
    Snapshot snapshot = TestingSnapshots.of(TestingCuts.at(Map.of(0, 3L)), authors);

    Manifest manifest = manifest(snapshot, Optional.empty());

    assertThat(manifest.distribution())
        .isEqualTo(
            new Manifest.Distribution(
                1.0,
                1.0,
                5.0,
                10.0,
                15.0,
                19.0,
                20.0,
                10.5,
                List.of(
                    new Bin(0, 10, 9),
                    new Bin(10, 20, 10),
                    new Bin(20, 30, 1),
                    new Bin(30, 40, 0),
                    new Bin(40, 50, 0),
                    new Bin(50, 60, 0),
                    new Bin(60, 70, 0),
                    new Bin(70, 80, 0),
                    new Bin(80, 90, 0),
                    new Bin(90, 100, 0)),
                0));
    assertThat(manifest.freshness())
        .isEqualTo(
            new Manifest.Freshness(
                NOW.minus(Duration.ofHours(10)),
                NOW.minus(Duration.ofHours(19)),
                NOW.minus(Duration.ofHours(20))));
  }

  @Test
  void theVersionIsTheOneOfTheBuild() {
    assertThat(Manifest.Generator.THIS.version()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void keysOfLaterReleasesAreIgnored() throws IOException {
    Snapshot snapshot =
        TestingSnapshots.of(TestingCuts.at(Map.of(0, 3L)), List.of(bare("1", 90.04)));
    Manifest manifest = manifest(snapshot, Optional.empty());
    String later =
        new String(manifest.toJson(), StandardCharsets.UTF_8)
            .replaceFirst("\\{", "{ \"novelty\": 1,");

    assertThat(Manifest.read(later.getBytes(StandardCharsets.UTF_8))).isEqualTo(manifest);
  }

  @Test
  void whatIsNoManifestOfThisFormatIsRefused() {
    for (String other :
        List.of("", "{}", "[", "{\"format_version\":2}", "{\"format_version\":1}", "null")) {
      assertThatThrownBy(() -> Manifest.read(other.getBytes(StandardCharsets.UTF_8)))
          .as(other)
          .isInstanceOf(IOException.class);
    }
  }
}
