package dev.influx.scorer.model;

import static dev.influx.scorer.model.TestingModels.NOW;

import dev.influx.lists.Domain;
import dev.influx.schemas.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Authors from a seed: anything that X could answer, and much that it never would. */
final class RandomAuthors {
  private static final List<String> PIECES =
      List.of(
          "ai",
          "CEO",
          "machine learning",
          "$BTC",
          "@openai",
          "https://t.co/x",
          "founder of",
          "chair",
          "😀",
          "👩‍💻",
          "עברית",
          "مرحبا بالعالم",
          "日本語",
          "\u202e",
          "\ud800",
          "\udc00",
          "e\u0301",
          "ﬁ",
          "𝗔𝗜",
          " ",
          "\n",
          "\u0000",
          "İ",
          "Σ",
          "x".repeat(200));

  private final SplittableRandom random;
  private final Optional<String> domain;

  RandomAuthors(long seed) {
    this.random = new SplittableRandom(seed);
    this.domain = one(3) ? Optional.of(Domain.ids().get(random.nextInt(12))) : Optional.empty();
  }

  Optional<String> domain() {
    return domain;
  }

  Profile profile() {
    return Profile.newBuilder()
        .setHandle(text(2))
        .setName(one(8) ? null : text(4))
        .setDescription(bio())
        .setCreatedAt(one(8) ? null : created())
        .setVerified(one(4) ? null : (Boolean) one(2))
        .setVerifiedType(type())
        .setFollowersCount(count())
        .setFollowingCount(count())
        .setTweetCount(count())
        .setListedCount(count())
        .setLikesGiven(count())
        .setMediaCount(count())
        .setPinnedPostId(one(2) ? null : "1")
        .build();
  }

  long moreThan(long count) {
    long step = 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
    return count > Long.MAX_VALUE - step ? Long.MAX_VALUE : count + step;
  }

  private Long count() {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> 0L;
      case 2 -> one(4) ? Long.MAX_VALUE : 1L;
      default -> random.nextLong() >>> (1 + random.nextInt(62));
    };
  }

  private Instant created() {
    return switch (random.nextInt(6)) {
      case 0 -> NOW.minus(Duration.ofDays(1));
      case 1 -> NOW.minus(Duration.ofDays(40 * 366));
      case 2 -> one(2) ? NOW : NOW.plusSeconds(random.nextInt(100_000_000));
      case 3 -> one(2) ? Instant.EPOCH : Instant.ofEpochMilli(Long.MIN_VALUE);
      default -> NOW.minusSeconds(random.nextInt(600_000_000));
    };
  }

  private String type() {
    List<String> types = List.of("blue", "business", "government", "none", "", "gold");
    return one(5) ? null : types.get(random.nextInt(types.size()));
  }

  private String bio() {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> "";
      case 2 -> one(8) ? "é😀 ai ".repeat(1_500) : " ";
      default -> text(12);
    };
  }

  private String text(int most) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(most + 1); n > 0; n--) {
      text.append(PIECES.get(random.nextInt(PIECES.size()))).append(one(2) ? " " : "");
    }
    return text.toString();
  }

  private boolean one(int of) {
    return random.nextInt(of) == 0;
  }
}
