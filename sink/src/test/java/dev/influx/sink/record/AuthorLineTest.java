package dev.influx.sink.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.influx.schemas.published.AuthorSchema;
import dev.influx.schemas.published.ProvenanceHash;
import dev.influx.schemas.published.ProvenanceHash.Cited;
import dev.influx.schemas.published.ProvenanceHash.Facts;
import dev.influx.sink.TestingAuthors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuthorLineTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path GOLDEN =
      Path.of(
          System.getProperty("influx.root"), "sink", "src", "test", "resources", "author.jsonl");
  private static final List<String> AWKWARD =
      List.of("\n", "\r\n", "\u2028", "\u0000", "\u001f", "\u007f", "\"", "\\", "\uFEFF", "\uFFFF");
  private static final List<String> SURROGATES =
      List.of("\uD83D", "\uDE80", "\uD83D\uDE80", "\uDE80\uD83D", "\\\uD83D");

  @Test
  void aLineLooksLikeTheOneThatWasReviewed() throws IOException {
    String line = text(AuthorLine.of(new RankedAuthor(TestingAuthors.full(), 3, 2))) + "\n";
    if (System.getProperty("influx.golden").equals("write") && System.getenv("CI") == null) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, line);
    }
    assertThat(line)
        .as("rewrite with mvn -pl sink -am test -Dinflux.golden=write")
        .isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void whatIsNotKnownIsThereAsNull() throws IOException {
    JsonNode full = JSON.readTree(AuthorLine.of(new RankedAuthor(TestingAuthors.full(), 3, 2)));
    JsonNode bare =
        JSON.readTree(AuthorLine.of(new RankedAuthor(TestingAuthors.bare("5", 1), 1, 1)));

    assertThat(keys(bare)).isEqualTo(keys(full));
    assertThat(keys(bare.get("meta"))).isEqualTo(keys(full.get("meta")));
    assertThat(keys(bare.at("/ext/activity_metrics")))
        .isEqualTo(keys(full.at("/ext/activity_metrics")));
    for (String unknown :
        List.of(
            "/lang_primary",
            "/description",
            "/url",
            "/created_at",
            "/meta/quality_score",
            "/meta/rank_by_topic",
            "/ext/activity_metrics/tweet_count",
            "/ext/activity_metrics/tweets_per_day",
            "/ext/activity_metrics/tweets_per_day_basis",
            "/ext/activity_metrics/pinned_tweet_id")) {
      assertThat(bare.at(unknown).isNull()).as(unknown).isTrue();
    }
    assertThat(bare.get("topic_tags")).isEmpty();
  }

  @Test
  void scoresHaveOneDecimalAndAreRoundedHalfEvenOnTheExactValue() throws IOException {
    JsonNode meta =
        JSON.readTree(AuthorLine.of(new RankedAuthor(TestingAuthors.full(), 3, 2))).get("meta");

    assertThat(meta.get("score").asText()).isEqualTo("93.4");
    assertThat(meta.get("activity_score").asText()).isEqualTo("55.3");
    assertThat(meta.get("quality_score").asText()).isEqualTo("95.2");
    assertThat(meta.get("relevance_score").asText()).isEqualTo("64.0");
  }

  @Test
  void aLineFulfilsItsSchemaAndThatOfTheEarlierSystem() throws IOException {
    JsonNode line = JSON.readTree(AuthorLine.of(new RankedAuthor(TestingAuthors.full(), 3, 2)));

    assertThat(faults(AuthorSchema.CURRENT, line)).isEmpty();
    assertThat(faults(AuthorSchema.EARLIER, line)).isEmpty();
  }

  private static List<Error> faults(AuthorSchema schema, JsonNode line) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(schema.document())
        .validate(
            line,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  @Test
  void aLocationIsNotPublished() {
    assertThat(text(AuthorLine.of(new RankedAuthor(TestingAuthors.full(), 1, 1))))
        .doesNotContain("Berlin", "location");
  }

  @Test
  void anyTextStaysOneLineOfUtf8AndReadsBackAsItWas() throws IOException {
    for (long seed = 0; seed < 2000; seed++) {
      String hostile = hostile(new Random(seed));
      byte[] line =
          AuthorLine.of(
              new RankedAuthor(TestingAuthors.writing(hostile, TestingAuthors.bare("5", 1)), 1, 1));

      assertThat(line).as("seed %d", seed).doesNotContain('\n', '\r');
      assertThat(JSON.readTree(text(line)).get("description").textValue())
          .as("seed %d", seed)
          .isEqualTo(hostile);
    }
  }

  @Test
  void halfOfASurrogatePairIsEscapedAndAWholeOneIsNot() {
    byte[] line =
        AuthorLine.of(
            new RankedAuthor(
                TestingAuthors.writing("\uD83D|\uD83D\uDE80|\u2028", TestingAuthors.bare("5", 1)),
                1,
                1));

    assertThat(text(line)).contains("\"description\":\"\\ud83d|\uD83D\uDE80|\u2028\"");
  }

  @Test
  void aReaderOfALineComputesTheHashThatIsInIt() throws IOException {
    JsonNode line = JSON.readTree(AuthorLine.of(new RankedAuthor(TestingAuthors.full(), 1, 1)));

    Facts read =
        new Facts(
            line.get("id").textValue(),
            line.get("handle").textValue(),
            line.get("name").textValue(),
            line.get("verified").textValue(),
            line.get("followers_count").longValue(),
            line.at("/meta/sources").valueStream().map(AuthorLineTest::cited).toList());

    assertThat(line.at("/meta/provenance_hash").textValue()).isEqualTo(ProvenanceHash.of(read));
  }

  private static Cited cited(JsonNode source) {
    return new Cited(
        source.get("method").textValue(),
        source.get("fetched_at").textValue(),
        source.get("evidence").textValue());
  }

  private static String hostile(Random random) {
    return IntStream.range(0, random.nextInt(12))
        .mapToObj(i -> piece(random))
        .collect(Collectors.joining());
  }

  private static String piece(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> AWKWARD.get(random.nextInt(AWKWARD.size()));
      case 1 -> SURROGATES.get(random.nextInt(SURROGATES.size()));
      case 2 -> String.valueOf((char) random.nextInt(Character.MAX_VALUE + 1));
      default -> "abc";
    };
  }

  private static List<String> keys(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** Strict: a byte that is not UTF-8 is a failure. */
  private static String text(byte[] line) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError("not UTF-8", e);
    }
  }
}
