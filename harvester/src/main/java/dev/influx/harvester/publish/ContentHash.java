package dev.influx.harvester.publish;

import dev.influx.schemas.Profile;
import dev.influx.schemas.wire.RecordEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * The fingerprint of what a profile says of an author. Its numbers are no part of it: they change
 * all the time, and the author is the same.
 */
final class ContentHash {
  private static final Set<String> NUMBERS =
      Set.of(
          "followers_count",
          "following_count",
          "tweet_count",
          "listed_count",
          "likes_given",
          "media_count");

  private static final RecordEncoder<Profile> WITHOUT_NUMBERS =
      RecordEncoder.without(Profile.class, NUMBERS);
  private static final RecordEncoder<Profile> WHOLE = RecordEncoder.of(Profile.class);

  private ContentHash() {}

  /** In hexadecimal digits. */
  static String of(Profile profile) {
    return hex(profile, WITHOUT_NUMBERS);
  }

  /** Of the numbers as well. */
  static String ofAll(Profile profile) {
    return hex(profile, WHOLE);
  }

  private static String hex(Profile profile, RecordEncoder<Profile> encoder) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(encoder.encode(profile)));
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written to", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
