package dev.influx.sink.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.published.AuthorSchema;
import dev.influx.sink.TestingAuthors;
import dev.influx.sink.snapshot.Snapshot;
import dev.influx.sink.snapshot.TestingCuts;
import dev.influx.sink.snapshot.TestingSnapshots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every line of random lists is held against the schema of the earlier system, and ours. */
class EarlierFormTest {
  private static final int LISTS = 20;
  private static final int AUTHORS = 50;
  private static final List<String> LANGUAGES = Arrays.asList(null, "en", "und", "pt-BR", "de");
  private static final List<String> TYPES =
      Arrays.asList(null, "none", "blue", "business", "government");

  private final Schema ours = schema(AuthorSchema.CURRENT);
  private final Schema earlier = schema(AuthorSchema.EARLIER);

  private static Schema schema(AuthorSchema of) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(of.document());
  }

  @Test
  void everyLineFulfilsBothSchemasButForThoseThatAreCounted() throws IOException {
    for (long seed = 0; seed < LISTS; seed++) {
      Snapshot snapshot = TestingSnapshots.of(TestingCuts.at(Map.of(0, 1L)), authors(seed));
      long beyond = 0;
      for (String line : lines(snapshot)) {
        assertThat(faults(ours, line)).as("seed %d: %s", seed, line).isEmpty();
        beyond += faults(earlier, line).isEmpty() ? 0 : 1;
      }
      assertThat(snapshot.figures().beyondEarlier()).as("seed %d", seed).isEqualTo(beyond);
      assertThat(beyond).as("seed %d", seed).isBetween(1L, AUTHORS - 1L);
    }
  }

  /** What the earlier system asks for and ours does not is the language and the quality alone. */
  @Test
  void aLineWithLanguageAndQualityFulfilsBoth() throws IOException {
    for (long seed = 0; seed < LISTS; seed++) {
      Random random = new Random(seed);
      ScoredProfile author =
          ScoredProfile.newBuilder(author("1", random))
              .setLangPrimary("pt-BR")
              .setScore(score(random, 50.0))
              .build();
      Snapshot snapshot = TestingSnapshots.of(TestingCuts.at(Map.of(0, 1L)), List.of(author));

      for (String line : lines(snapshot)) {
        assertThat(faults(earlier, line)).as("seed %d: %s", seed, line).isEmpty();
      }
    }
  }

  private static List<String> lines(Snapshot snapshot) {
    return new String(TestingSnapshots.bytes(snapshot), StandardCharsets.UTF_8).lines().toList();
  }

  private static List<?> faults(Schema schema, String line) throws IOException {
    return schema.validate(
        new JsonMapper().readTree(line),
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static List<ScoredProfile> authors(long seed) {
    Random random = new Random(seed);
    List<ScoredProfile> authors = new ArrayList<>();
    for (int i = 0; i < AUTHORS; i++) {
      authors.add(author(Integer.toString(i), random));
    }
    return authors;
  }

  private static ScoredProfile author(String id, Random random) {
    PolicyRef policy = new PolicyRef("m2@2", TestingAuthors.digest(5));
    return ScoredProfile.newBuilder(TestingAuthors.bare(id, 0))
        .setPolicy(policy)
        .setProfile(profile(id, random))
        .setDomain(random.nextBoolean() ? null : "fintech")
        .setLangPrimary(LANGUAGES.get(random.nextInt(LANGUAGES.size())))
        .setScore(score(random, random.nextBoolean() ? null : random.nextDouble() * 100))
        .setObservedAt(Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L)))
        .build();
  }

  private static Score score(Random random, Double quality) {
    double total = random.nextDouble() * 100;
    return new Score("m2@2", total, Math.round(total * 10) / 10.0, null, quality, null, List.of());
  }

  private static Profile profile(String id, Random random) {
    return Profile.newBuilder()
        .setHandle("author_" + id)
        .setName("\u0141 \"" + random.nextInt() + "\" \uD83D\uDE80")
        .setDescription(random.nextBoolean() ? null : "line one\nline two\u2028")
        .setUrl(random.nextBoolean() ? null : "https://t.co/" + random.nextInt(1000))
        .setCreatedAt(random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt()))
        .setVerified(random.nextBoolean() ? null : random.nextBoolean())
        .setVerifiedType(TYPES.get(random.nextInt(TYPES.size())))
        .setFollowersCount(random.nextLong(1L << 40))
        .setTweetCount(random.nextBoolean() ? null : random.nextLong(1L << 33))
        .build();
  }
}
