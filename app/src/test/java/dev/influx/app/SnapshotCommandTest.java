package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.schemas.Activity;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import dev.influx.sink.Recomputation;
import dev.influx.sink.files.Occasion;
import dev.influx.sink.files.PublishDirectory;
import dev.influx.sink.files.SnapshotArchive;
import dev.influx.sink.files.StoredSnapshot;
import dev.influx.sink.index.AuthorIndex;
import dev.influx.sink.snapshot.AuthorChange.Upserted;
import dev.influx.sink.snapshot.AuthorChange.Withdrawn;
import dev.influx.sink.snapshot.Cut;
import dev.influx.sink.snapshot.Cut.Place;
import dev.influx.sink.snapshot.Cut.Position;
import dev.influx.sink.snapshot.Manifest;
import dev.influx.sink.snapshot.Snapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All that can be done with snapshots where no broker is: two of them, of three and two authors.
 */
class SnapshotCommandTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  @TempDir Path path;

  private TestingShell shell;
  private Path data;

  @BeforeEach
  void publish() throws Exception {
    shell = new TestingShell(path);
    data = path.resolve("data");
    try (PublishDirectory directory = PublishDirectory.open(data);
        AuthorIndex index = AuthorIndex.in(directory.indexDirectory())) {
      index.apply(new Upserted(author("1", "ann", 90.0, "fintech", "en")));
      index.apply(new Upserted(author("2", "bob", 70.0, "fintech", "de")));
      index.apply(new Upserted(author("3", "cy, \"the\" c", 50.0, "ai_research", "en")));
      directory.publish(snapshot(index, 3), Occasion.at(NOW));
      index.published();
      index.apply(new Upserted(author("1", "ann", 60.0, "fintech", "en")));
      index.apply(new Withdrawn("3"));
      directory.publish(snapshot(index, 5), Occasion.at(NOW.plusSeconds(60)));
    }
  }

  private static Snapshot snapshot(AuthorIndex index, long offset) {
    TreeMap<Place, Position> positions = new TreeMap<>();
    positions.put(new Place("influx.profiles.accepted", 0), Position.startingAt(offset));
    return index
        .at(new Cut(Optional.empty(), positions))
        .fold(
            ready -> ready,
            withheld -> {
              throw new AssertionError(withheld.why());
            });
  }

  private static ScoredProfile author(
      String id, String name, double score, String domain, String language) {
    return ScoredProfile.newBuilder()
        .setId(id)
        .setObservedAt(NOW)
        .setProfile(
            Profile.newBuilder()
                .setHandle("author_" + id)
                .setName(name)
                .setFollowersCount(1000L)
                .build())
        .setDomain(domain)
        .setLangPrimary(language)
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.X_API)
                .setEndpoint("GET /2/users")
                .setAnswerSha256(new Sha256(new byte[32]))
                .build())
        .setSources(List.of(new Source("seed", NOW, "https://x.com/author_" + id)))
        .setActivity(Activity.newBuilder().build())
        .setScore(new Score("m2@2", score, score, 1.0, 1.0, 1.0, List.of()))
        .setPolicy(new PolicyRef("m2@2", new Sha256(new byte[32])))
        .setLineage(new Lineage("influx.profiles.raw", 0, 1L))
        .build();
  }

  @Test
  void listNamesTheNewestFirst() throws Exception {
    assertThat(shell.run("snapshot", "list")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines()).hasSize(3);
    assertThat(shell.outLines().get(1)).startsWith("2026-11-21T090100Z-").contains("m2@2");
    assertThat(shell.outLines().get(2)).startsWith("2026-11-21T090000Z-");
  }

  @Test
  void showPrintsTheManifest() throws Exception {
    assertThat(shell.run("snapshot", "show", "2026-11-21T0901")).isEqualTo(ExitCode.OK);
    JsonNode manifest = new JsonMapper().readTree(shell.out());
    assertThat(manifest.get("count").intValue()).isEqualTo(2);
    assertThat(manifest.at("/counts/withdrawn").intValue()).isEqualTo(1);
    assertThat(manifest.at("/counts/updated").intValue()).isEqualTo(1);
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThat(shell.run("snapshot", "show", "1999")).isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines().get(1)).isEqualTo("why: none of the 2 begins with 1999");
  }

  @Test
  void diffNamesEveryAuthorWhoDiffers() {
    assertThat(shell.run("snapshot", "diff", "2026-11-21T0900", "latest")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines())
        .containsExactly(
            "{\"op\":\"updated\",\"id\":\"1\",\"handle\":\"author_1\","
                + "\"fields\":[\"meta.score\"],\"reason\":\"judgement\"}",
            "{\"op\":\"removed\",\"id\":\"3\",\"handle\":\"author_3\","
                + "\"fields\":[],\"reason\":\"withdrawn\"}");
    assertThat(shell.errLines()).containsExactly("0 added, 1 updated, 1 removed");
  }

  @Test
  void theScoreOfBeforeIsPublished() throws Exception {
    assertThat(shell.run("snapshot", "export")).isEqualTo(ExitCode.OK);
    JsonNode second = new JsonMapper().readTree(shell.outLines().get(1));
    assertThat(second.get("id").textValue()).isEqualTo("1");
    assertThat(second.at("/meta/previous_score").doubleValue()).isEqualTo(90.0);
    JsonNode first = new JsonMapper().readTree(shell.outLines().get(0));
    assertThat(first.at("/meta/previous_score").doubleValue()).isEqualTo(70.0);
  }

  @Test
  void verifyFindsASnapshotSoundAndASpoiltOneNot() throws Exception {
    assertThat(shell.run("snapshot", "verify")).as(shell.out()).isEqualTo(ExitCode.OK);

    Path latest = data.resolve("latest.jsonl");
    Files.writeString(
        latest, Files.readString(latest).replace("70.0", "71.0"), StandardCharsets.UTF_8);
    assertThat(shell.run("snapshot", "verify")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.out()).contains("SHA-256 of latest.jsonl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"authors.jsonl.gz", "changes.jsonl.gz", "manifest.json", "SHA256SUMS"})
  void verifyFindsASpoiltByteInWhateverFile(String name) throws Exception {
    StoredSnapshot stored = SnapshotArchive.of(data).list().get(0);
    Path file = stored.directory().resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int spoilt = name.endsWith(".gz") ? bytes.length / 2 : text.indexOf('7', 20);
    bytes[spoilt] ^= 1;
    Files.delete(file);
    Files.write(file, bytes);

    assertThat(shell.run("snapshot", "verify", stored.name()))
        .as(shell.out())
        .isEqualTo(ExitCode.CHECK_FAILED);
  }

  /** Somebody who changes the list and all its hashes is found out by the topics alone. */
  @Test
  void aListThatIsMadeAgainHasToBeTheSame() throws Exception {
    Manifest manifest = SnapshotArchive.of(data).current().orElseThrow();
    SortedMap<String, Long> rejected = manifest.counts().rejected();

    assertThat(judged(manifest, manifest.sha256(), rejected, false)).isEmpty();
    assertThat(judged(manifest, "00", rejected, false))
        .hasValueSatisfying(
            why -> assertThat(why).contains("2 authors, SHA-256 00").endsWith("{}"));
    assertThat(judged(manifest, "00", rejected, true))
        .hasValueSatisfying(why -> assertThat(why).contains("a topic goes on beyond"));
    assertThat(judged(manifest, manifest.sha256(), new TreeMap<>(Map.of("is_org", 1L)), false))
        .hasValueSatisfying(why -> assertThat(why).contains("{is_org=1}"));
  }

  private static Optional<String> judged(
      Manifest manifest, String sha256, SortedMap<String, Long> rejected, boolean beyond) {
    return SnapshotVerifyCommand.judge(
        manifest,
        new Recomputation.Outcome(sha256, manifest.count(), rejected, beyond, Optional.empty()));
  }

  @Test
  void exportsHoldWhoIsWanted() {
    assertThat(ids("--domain", "fintech")).containsExactly("2", "1");
    assertThat(ids("--domain", "fintech", "--top", "1")).containsExactly("2");
    assertThat(ids("--language", "en")).containsExactly("1");
    assertThat(ids("--min-score", "65")).containsExactly("2");
  }

  private List<String> ids(String... filters) {
    List<String> words = new ArrayList<>(List.of("snapshot", "export", "--format", "ids"));
    words.addAll(List.of(filters));
    TestingShell fresh = new TestingShell(path);
    assertThat(fresh.run(words.toArray(String[]::new))).isEqualTo(ExitCode.OK);
    return fresh.outLines();
  }

  @Test
  void csvQuotesWhatHasToBe() {
    shell.run("snapshot", "export", "2026-11-21T0900", "--format", "csv");
    assertThat(shell.outLines()).hasSize(4);
    assertThat(shell.outLines().get(0)).startsWith("id,handle,name,verified,followers_count,");
    assertThat(shell.outLines().get(3))
        .startsWith("3,author_3,\"cy, \"\"the\"\" c\",none,1000,en,");
  }

  @Test
  void parquetIsWrittenToAFile() throws Exception {
    Path file = path.resolve("list.parquet");
    assertThat(shell.run("snapshot", "export", "--format", "parquet", "--out", file.toString()))
        .isEqualTo(ExitCode.OK);
    assertThat(Files.readAllBytes(file))
        .startsWith('P', 'A', 'R', '1')
        .endsWith('P', 'A', 'R', '1');
    assertThat(shell.run("snapshot", "export", "--format", "parquet")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void gcKeepsWhatIsPublishedAndTheOneBeforeIt() throws Exception {
    assertThat(shell.run("snapshot", "gc", "--keep-last", "1", "--keep-days", "0"))
        .isEqualTo(ExitCode.OK);
    assertThat(shell.outLines()).isEmpty();
    try (Stream<Path> kept = Files.list(data.resolve("snapshots"))) {
      assertThat(kept).hasSize(2);
    }
  }
}
