package dev.influx.validator.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.schemas.published.AuthorSchema;
import dev.influx.schemas.published.ProvenanceHash;
import dev.influx.schemas.published.ProvenanceHash.Cited;
import dev.influx.schemas.published.ProvenanceHash.Facts;
import dev.influx.schemas.published.Sha256Hex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Published lines that are as they should be, until a test spoils them. */
final class TestingList {
  static final Policy POLICY = Policies.bundled().find("m0").orElseThrow();

  /** Worked out once: it takes as long as checking some hundred lines. */
  static final String POLICY_SHA256 = POLICY.sha256().hex();

  static final JsonMapper JSON = new JsonMapper();

  /** Of ids from 5,000,000,000 on it is not known when they were given. */
  private static final Instant MADE = Instant.parse("2009-06-24T18:44:10Z");

  private static final String AUTHOR =
      """
      {"id":"50000%1$d","handle":"Author_%1$d","name":"Ann Other %1$d","verified":"blue",\
      "followers_count":%2$d,"is_org":false,"is_official":false,"lang_primary":"en",\
      "topic_tags":["ai_research"],"description":"I build things. 🚀","url":null,\
      "created_at":"%6$s","meta":{"score":%3$s,"quality_score":null,\
      "activity_score":null,"relevance_score":null,"score_version":"m0","policy_sha256":"%4$s",\
      "rank_global":%5$d,"rank_by_topic":{"ai_research":%5$d},\
      "last_refresh_at":"2026-01-02T03:04:05.678Z","last_active_at":null,\
      "entry_threshold_passed":true,"previous_score":null,"sources":[{"method":"seed",\
      "fetched_at":"2026-01-02T03:04:05.678Z","evidence":"https://x.com/Author_%1$d"}],\
      "provenance_hash":""},"ext":{"activity_metrics":{"tweet_count":4%1$d,\
      "total_like_count":549,"media_count":12,"listed_count":1166,"following_count":572,\
      "account_created_at":"%6$s","pinned_tweet_id":null,"tweets_per_day":2.5,\
      "tweets_per_day_basis":"window","followers_growth_30d":null,\
      "last_captured_at":"2026-01-02T03:04:05.678Z"},"lineage":{"topic":"influx.profiles.raw",\
      "partition":1,"offset":41}}}""";

  private TestingList() {}

  /** The best first, from rank 1. */
  static List<String> lines(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(TestingList::line).toList();
  }

  static String line(int rank) {
    return spoilt(rank, author -> {});
  }

  /** With one thing changed, and a hash that fits what it is then. */
  static String spoilt(int rank, Consumer<ObjectNode> change) {
    double score = Math.round(1000 - rank * 0.3) / 10.0;
    ObjectNode author =
        object(
            AUTHOR.formatted(
                50_000 + rank, 900_000 - rank, score, POLICY_SHA256, rank, MADE.plusSeconds(rank)));
    change.accept(author);
    if (author.path("meta").path("provenance_hash").asText("-").isEmpty()) {
      meta(author).put("provenance_hash", hash(author));
    }
    return author.toString();
  }

  static ObjectNode object(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static ObjectNode meta(ObjectNode author) {
    return (ObjectNode) author.get("meta");
  }

  private static String hash(JsonNode author) {
    JsonNode source = author.at("/meta/sources/0");
    return ProvenanceHash.of(
        new Facts(
            author.path("id").textValue(),
            author.path("handle").textValue(),
            author.path("name").textValue(),
            author.path("verified").textValue(),
            author.path("followers_count").longValue(),
            List.of(
                new Cited(
                    source.path("method").textValue(),
                    source.path("fetched_at").textValue(),
                    source.path("evidence").textValue()))));
  }

  static Manifest manifest(List<String> lines) {
    return new Manifest(
        (long) lines.size(),
        Sha256Hex.of(bytes(lines)),
        POLICY_SHA256,
        "m0",
        AuthorSchema.CURRENT.sha256());
  }

  static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(UTF_8);
  }

  static Found validate(String... lines) {
    return validate(List.of(lines));
  }

  static Found validate(List<String> lines) {
    return validate(bytes(lines), Optional.empty());
  }

  /** Everything that is found, and how it is counted. */
  static Found validate(byte[] bytes, Optional<Manifest> manifest) {
    return validate(bytes, manifest, Judges.byRecord(Policies.bundled(), POLICY));
  }

  static Found validate(byte[] bytes, Optional<Manifest> manifest, Judges judges) {
    Found found = new Found();
    FileOrigin origin =
        new FileOrigin("list", "file:///list", Instant.parse("2026-01-03T00:00:00Z"));
    try {
      found.summary =
          new FileValidation(judges, Path.of(System.getProperty("java.io.tmpdir")))
              .run(origin, new ByteArrayInputStream(bytes), manifest, found);
      return found;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What came out. */
  static final class Found implements FileValidation.Output {
    final List<Fault> faults = new ArrayList<>();
    FileSummary summary;

    @Override
    public void fault(Fault fault) {
      faults.add(fault);
    }

    @Override
    public boolean proceed(long lines) {
      return true;
    }

    List<String> codes() {
      return faults.stream().map(Fault::code).distinct().toList();
    }

    /** As {@code line code where}. */
    List<String> places() {
      return faults.stream()
          .map(fault -> fault.line() + " " + fault.code() + " " + fault.where())
          .toList();
    }
  }
}
