package dev.influx.scorer.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.schemas.Activity;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Score;
import dev.influx.schemas.xuser.UserObject;
import dev.influx.schemas.xuser.UserReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class M0Test {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DEV = Path.of(System.getProperty("influx.shared"), "data", "dev");

  private final ScoreModel model = ScoreModels.find("m0").orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "64600000, blue, 100.0",
    "14700000, blue, 93.3",
    "10500000, blue, 90.4",
    "5200000, blue, 84.3",
    "4700000, blue, 83.4",
    "1000, none, 0.0",
    "0, none, 0.0",
    "100000, business, 40.0",
    "9223372036854775807, none, 100.0"
  })
  void givesThePublishedScores(long followers, String type, double expected) {
    assertThat(score(profile(followers, type)).getRounded()).isEqualTo(expected);
  }

  @Test
  void withoutANumberOfFollowersThereIsNoScore() {
    assertThat(model.score(subject(profile(null, "blue")))).isEmpty();
  }

  @Test
  void reproducesTheReferenceOnEveryRealAuthor() throws IOException {
    Map<String, Double> reference = new HashMap<>();
    for (JsonNode line : lines("golden.jsonl")) {
      reference.put(line.get("id").asText(), line.get("m0").asDouble());
    }
    List<JsonNode> users = lines("users.jsonl");

    assertThat(users).hasSameSizeAs(reference.keySet());
    assertThat(users)
        .allSatisfy(
            user ->
                assertThat(score(profileOf(user)).getRounded())
                    .isEqualTo(reference.get(user.get("id").asText())));
  }

  @Test
  void moreFollowersNeverLowerTheScore() {
    Random random = new Random(4711);
    for (int i = 0; i < 10_000; i++) {
      long fewer = random.nextLong() >>> (1 + random.nextInt(62));
      long more = fewer + (random.nextLong() >>> 33);
      Score low = score(profile(fewer, "none"));
      Score high = score(profile(Math.max(fewer, more), "none"));
      assertThat(high.getTotal()).as("%d, %d", fewer, more).isGreaterThanOrEqualTo(low.getTotal());
    }
  }

  private Score score(Profile profile) {
    return model.score(subject(profile)).orElseThrow();
  }

  private static Subject subject(Profile profile) {
    Activity unknown = Activity.newBuilder().build();
    return new Subject(profile, unknown, Optional.empty(), Instant.EPOCH);
  }

  private static Profile profile(Long followers, String type) {
    return Profile.newBuilder()
        .setHandle("a")
        .setFollowersCount(followers)
        .setVerifiedType(type)
        .build();
  }

  private static Profile profileOf(JsonNode user) {
    return UserObject.read(user)
        .fold(
            UserReading.Author::profile,
            unreadable -> {
              throw new AssertionError(unreadable.problems());
            });
  }

  private static List<JsonNode> lines(String file) throws IOException {
    try (var lines = Files.lines(DEV.resolve(file))) {
      return lines.map(M0Test::parse).toList();
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
