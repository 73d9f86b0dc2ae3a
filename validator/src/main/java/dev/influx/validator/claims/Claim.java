package dev.influx.validator.claims;

import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an author claims by being observed with it. Who is gone claims nothing, nor does a
 * placeholder that is no number: its identity is refused anyway.
 *
 * @param fingerprint what is claimed, such as {@code handle:someone}
 * @param at when the author was seen with it
 */
public record Claim(String id, String fingerprint, Instant at) {
  /** Accounts that have hardly written share their few numbers with many others. */
  private static final long TWEETS_THAT_TELL = 100;

  /** What an observation claims. */
  public static List<Claim> of(RawProfile observation) {
    return of(observation.getId(), observation.getProfile(), observation.getFetchedAt());
  }

  /**
   * What is claimed by whoever was seen so.
   *
   * @param profile null when the author is gone
   */
  public static List<Claim> of(String id, Profile profile, Instant at) {
    if (profile == null || !Ids.isNumber(id)) {
      return List.of();
    }
    return Stream.of(handle(profile), created(profile), numbers(profile))
        .flatMap(Optional::stream)
        .map(what -> new Claim(id, what, at))
        .toList();
  }

  private static Optional<String> handle(Profile profile) {
    return Optional.of(profile.getHandle())
        .filter(Claim::isHandle)
        .map(handle -> Kind.HANDLE.fingerprint(handle.toLowerCase(Locale.ROOT)));
  }

  private static boolean isHandle(String text) {
    return !text.isEmpty() && text.chars().allMatch(Claim::mayStandInHandle);
  }

  private static boolean mayStandInHandle(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static Optional<String> created(Profile profile) {
    return Optional.ofNullable(profile.getCreatedAt())
        .map(at -> Kind.CREATED.fingerprint(Long.toString(at.getEpochSecond())));
  }

  private static Optional<String> numbers(Profile profile) {
    Long tweets = profile.getTweetCount();
    if (tweets == null || tweets < TWEETS_THAT_TELL) {
      return Optional.empty();
    }
    return joined(
        profile.getFollowingCount(),
        tweets,
        profile.getListedCount(),
        profile.getLikesGiven(),
        profile.getMediaCount());
  }

  /** Empty when one of them is not known. */
  private static Optional<String> joined(Long... numbers) {
    StringBuilder text = new StringBuilder(48);
    for (Long number : numbers) {
      if (number == null) {
        return Optional.empty();
      }
      text.append(text.isEmpty() ? "" : "/").append(number.longValue());
    }
    return Optional.of(Kind.NUMBERS.fingerprint(text.toString()));
  }

  public Kind kind() {
    return Kind.of(fingerprint);
  }

  /** Of two claims of the same instant the one of the greater id is the newer. */
  public boolean isNewerThan(Claim other) {
    int order = at.compareTo(other.at);
    return order == 0 ? Ids.compare(id, other.id) > 0 : order > 0;
  }
}
