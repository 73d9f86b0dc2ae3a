package dev.influx.sink;

import static dev.influx.sink.TestingAuthors.POLICY;
import static dev.influx.sink.TestingAuthors.bare;
import static dev.influx.sink.TestingAuthors.under;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.Materialiser.Publisher;
import dev.influx.sink.files.PublishDirectory;
import dev.influx.sink.files.Retention;
import dev.influx.sink.snapshot.AuthorChange;
import dev.influx.sink.snapshot.AuthorChange.Doubtful;
import dev.influx.sink.snapshot.AuthorChange.Refused;
import dev.influx.sink.snapshot.AuthorChange.Upserted;
import dev.influx.sink.snapshot.AuthorChange.Withdrawn;
import dev.influx.sink.snapshot.Candidate.Cause;
import dev.influx.sink.snapshot.Cut;
import dev.influx.sink.snapshot.Cut.Position;
import dev.influx.sink.snapshot.Limits;
import dev.influx.sink.snapshot.Manifest;
import dev.influx.sink.snapshot.TestingCuts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialiserTest {
  private static final Cut START = TestingCuts.at(Map.of(0, 0L));
  private static final PolicyRef OTHER = new PolicyRef("m2", TestingAuthors.digest(9));
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

  @TempDir Path path;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Troubles troubles = new Troubles();
  private PublishDirectory directory;
  private Materialiser list;

  @BeforeEach
  void open() {
    directory = PublishDirectory.open(path);
    list = materialiser();
  }

  private Materialiser materialiser() {
    return new Materialiser(
        new Publisher(directory, new SinkMetrics(meters, CLOCK), troubles),
        Publishing.every(Duration.ZERO),
        CLOCK,
        START);
  }

  @AfterEach
  void close() throws IOException {
    list.close();
    directory.close();
  }

  @Test
  void anEmptyTopicIsNothingToPublish() {
    take(4);

    assertThat(list.pending()).isFalse();
    assertThat(TestingCuts.offsets(list.published())).isEqualTo(Map.of(0, 4L));
  }

  @Test
  void whatIsPublishedMayBeCommittedAndNothingElse() {
    take(1, upserted(bare("1", 10)));
    assertThat(list.pending()).isTrue();
    assertThat(list.published()).isEqualTo(START);

    assertThat(publish()).isEmpty();
    assertThat(list.pending()).isFalse();
    assertThat(TestingCuts.offsets(list.published())).isEqualTo(Map.of(0, 1L));

    take(2, upserted(bare("2", 10)));
    assertThat(TestingCuts.offsets(list.published())).isEqualTo(Map.of(0, 1L));
  }

  @Test
  void offsetsWithoutNewsMoveOnByThemselves() {
    take(1, upserted(bare("1", 10)));
    assertThat(publish()).isEmpty();

    take(3, upserted(bare("1", 10)), new Withdrawn("2"));
    take(4);

    assertThat(list.pending()).isFalse();
    assertThat(TestingCuts.offsets(list.published())).isEqualTo(Map.of(0, 4L));
  }

  @Test
  void aListThatBecameEmptyTakesThePlaceOfTheLast() {
    take(1, upserted(bare("1", 10)));
    assertThat(publish()).isEmpty();

    take(2, new Withdrawn("1"));
    assertThat(list.pending()).isTrue();
    assertThat(publish()).isEmpty();

    assertThat(manifest().count()).isZero();
  }

  @Test
  void aSinkThatStartsPublishesEvenAnEmptyListOverOneFromBefore() {
    take(1, upserted(bare("1", 10)));
    assertThat(publish()).isEmpty();

    list.close();
    list = materialiser();
    take(2);

    assertThat(list.pending()).isTrue();
    assertThat(publish()).isEmpty();
    assertThat(manifest().count()).isZero();
  }

  @Test
  void twoPoliciesHoldTheListBackUntilOneIsLeft() {
    take(1, upserted(bare("1", 10)));
    assertThat(publish()).isEmpty();

    take(3, upserted(under(OTHER, bare("2", 10))));
    assertThat(publish()).isPresent();
    assertThat(manifest().count()).isEqualTo(1);
    assertThat(TestingCuts.offsets(list.published())).isEqualTo(Map.of(0, 1L));
    assertThat(troubles.foremost()).hasValueSatisfying(why -> assertThat(why).contains("m2 (0909"));
    assertThat(failures("mixed_policies")).isEqualTo(1);

    take(4, upserted(under(OTHER, bare("1", 10))));
    assertThat(publish()).isEmpty();
    assertThat(manifest().policy().id()).isEqualTo("m2");
    assertThat(TestingCuts.offsets(list.published())).isEqualTo(Map.of(0, 4L));
    assertThat(troubles.foremost()).isEmpty();
  }

  @Test
  void theFirstListUnderAPolicyWaitsForThoseWhoAreRejectedByTheOneBefore() {
    take(1, upserted(bare("1", 10)), refused(POLICY, "2"));
    assertThat(publish()).isEmpty();

    take(2, upserted(under(OTHER, bare("1", 20))));
    assertThat(publish()).hasValueSatisfying(why -> assertThat(why).contains("1 rejected author"));
    assertThat(manifest().policy().id()).isEqualTo("m0");

    take(3, refused(OTHER, "2"));
    assertThat(publish()).isEmpty();
    assertThat(manifest().policy().id()).isEqualTo("m2");
    assertThat(manifest().counts().rejected()).isEqualTo(Map.of("is_org", 1L));
  }

  private static AuthorChange refused(PolicyRef policy, String id) {
    String sha256 = HexFormat.of().formatHex(policy.getSha256().bytes());
    return new Refused(id, Optional.of(sha256), List.of("is_org"));
  }

  @Test
  void anAuthorWhoCannotBeReadIsATroubleEvenBeforeTheFirstList() {
    take(1, new Doubtful("1", Cause.UNREADABLE, "accepted-0 offset 0", "garbled"));
    assertThat(list.pending()).isTrue();
    assertThat(publish()).isPresent();
    assertThat(troubles.foremost())
        .hasValueSatisfying(why -> assertThat(why).contains("accepted-0 offset 0", "garbled"));

    take(2, new Withdrawn("1"));
    assertThat(list.pending()).isFalse();
    assertThat(troubles.foremost()).isEmpty();
  }

  @Test
  void aDiskThatRefusesIsATroubleUntilItTakesTheListAgain() throws IOException {
    take(1, upserted(bare("1", 10)));
    assertThat(publish()).isEmpty();
    Path blocked = Files.createDirectory(path.resolve(".latest.jsonl.new"));
    take(2, upserted(bare("2", 10)));

    assertThat(publish()).isPresent();
    assertThat(manifest().count()).isEqualTo(1);
    assertThat(list.pending()).isTrue();
    assertThat(TestingCuts.offsets(list.published())).isEqualTo(Map.of(0, 1L));
    assertThat(troubles.foremost()).isPresent();
    assertThat(failures("disk")).isEqualTo(1);

    Files.deleteIfExists(blocked);
    assertThat(publish()).isEmpty();
    assertThat(manifest().count()).isEqualTo(2);
    assertThat(troubles.foremost()).isEmpty();
  }

  @Test
  void tooManyAuthorsGoneAtOnceAreNotPublishedUnlessSomebodyInsists() throws IOException {
    for (int i = 0; i < 20; i++) {
      take(i + 1, upserted(bare(Integer.toString(i), i)));
    }
    assertThat(publish()).isEmpty();
    byte[] before = Files.readAllBytes(path.resolve("latest.jsonl"));
    for (int i = 0; i < 3; i++) {
      take(21 + i, new Withdrawn(Integer.toString(i)));
    }

    assertThat(publish())
        .hasValueSatisfying(why -> assertThat(why).contains("17 authors instead of 20"));
    assertThat(Files.readAllBytes(path.resolve("latest.jsonl"))).isEqualTo(before);
    assertThat(failures("shrunk")).isEqualTo(1);
    assertThat(troubles.foremost()).isPresent();
    Path aside = path.resolve("withheld");
    assertThat(Files.readString(aside.resolve("report.json")))
        .contains("\"gate\" : \"shrunk\"", "\"forceable\" : true");
    assertThat(aside.resolve("authors.jsonl.gz")).exists();

    assertThat(list.publish(Optional.of("three asked to go"))).isEmpty();
    assertThat(manifest().forced())
        .isEqualTo(new Manifest.Forced("three asked to go", List.of("shrunk")));
    assertThat(manifest().count()).isEqualTo(17);
    assertThat(manifest().counts().withdrawn()).isEqualTo(3);
    assertThat(aside).doesNotExist();
    assertThat(troubles.foremost()).isEmpty();
  }

  @Test
  void twoAuthorsWithOneHandleAreNotPublishedEvenIfSomebodyInsists() {
    take(1, upserted(bare("1", 10)));
    take(2, upserted(TestingAuthors.named("AUTHOR_1", bare("2", 10))));

    assertThat(list.publish(Optional.of("please")))
        .hasValueSatisfying(
            why -> assertThat(why).contains("authors 1 and 2 both have the handle author_1"));
    assertThat(directory.current()).isEmpty();
    assertThat(failures("handles")).isEqualTo(1);
  }

  @Test
  void manyChangesAndAnotherPolicyDoNotWait() throws IOException {
    list.close();
    list =
        new Materialiser(
            new Publisher(directory, new SinkMetrics(meters, CLOCK), troubles),
            new Publishing(Duration.ofHours(1), 2, Limits.DEFAULT, Retention.DEFAULT),
            CLOCK,
            START);
    take(1, upserted(bare("1", 10)));
    assertThat(list.pressing()).isFalse();
    take(2, upserted(bare("2", 10)));
    assertThat(list.pressing()).isTrue();
    assertThat(publish()).isEmpty();
    assertThat(list.pressing()).isFalse();

    take(3, upserted(under(OTHER, bare("1", 10))));
    assertThat(list.pressing()).as("authors of both policies").isFalse();
    take(4, upserted(under(OTHER, bare("2", 10))));
    assertThat(list.pressing()).isTrue();
  }

  @Test
  void changesAreThoseSinceTheLastSnapshotEvenAfterARestart() throws IOException {
    take(1, upserted(bare("1", 10)), upserted(bare("2", 20)));
    assertThat(publish()).isEmpty();

    list.close();
    list = materialiser();
    take(4, upserted(bare("1", 10)), upserted(bare("2", 25)), upserted(bare("3", 5)));
    assertThat(publish()).isEmpty();

    assertThat(manifest().counts().added()).isEqualTo(1);
    assertThat(manifest().counts().updated()).isEqualTo(1);
    assertThat(manifest().counts().withdrawn()).isZero();
    assertThat(new Published(path).lines())
        .extracting(line -> line.at("/meta/previous_score").toString())
        .containsExactly("20.0", "10.0", "null");
  }

  private Optional<String> publish() {
    return list.publish(Optional.empty());
  }

  private void take(long offset, AuthorChange... changes) {
    list.take(List.of(changes), Map.of(TestingCuts.place(0), Position.startingAt(offset)));
  }

  private static AuthorChange upserted(ScoredProfile author) {
    return new Upserted(author);
  }

  private Manifest manifest() {
    return directory.current().orElseThrow();
  }

  private double failures(String reason) {
    return meters.get("influx.snapshot.publish.failures").tag("reason", reason).counter().count();
  }
}
