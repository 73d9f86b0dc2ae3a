package dev.influx.sink.index;

import dev.influx.schemas.ScoredProfile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The place of an author in the list as bytes, which sort without sign as the list does: score
 * descending and unrounded, followers descending and unknown last, handle ascending whatever its
 * case, id ascending. Ids differ, so no two keys are equal.
 */
final class SortKey {
  /** Where the numbers end and the handle begins. */
  static final int NUMBERS = 2 * Long.BYTES;

  private SortKey() {}

  static byte[] of(ScoredProfile author) {
    byte[] handle = foldedHandle(author).getBytes(StandardCharsets.UTF_8);
    byte[] id = author.getId().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(NUMBERS + handle.length + 1 + id.length)
        .putLong(descending(author.getScore().getTotal()))
        .putLong(descending(author.getProfile().getFollowersCount()))
        .put(handle)
        .put((byte) 0)
        .put(id)
        .array();
  }

  static String foldedHandle(ScoredProfile author) {
    return author.getProfile().getHandle().toLowerCase(Locale.ROOT);
  }

  /** Bits of doubles ascend with them, once those of negative ones are turned over. */
  private static long descending(double score) {
    long bits = Double.doubleToLongBits(score);
    long ascending = bits < 0 ? ~bits : bits | Long.MIN_VALUE;
    return ~ascending;
  }

  private static long descending(Long followers) {
    return followers == null ? -1L : Long.MAX_VALUE - followers;
  }
}
