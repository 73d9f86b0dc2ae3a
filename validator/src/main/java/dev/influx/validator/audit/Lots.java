package dev.influx.validator.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;

/** Gives every id a number that looks like chance, and is the same whenever the seed is. */
final class Lots {
  private final long seed;
  private final MessageDigest digest;

  Lots(long seed) {
    this.seed = seed;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Lot of(String id) {
    return new Lot(ByteBuffer.wrap(digest.digest((seed + ":" + id).getBytes(UTF_8))).getLong(), id);
  }

  /** Who has the smaller one is drawn first. */
  record Lot(long number, String id) implements Comparable<Lot> {
    private static final Comparator<Lot> ORDER =
        Comparator.comparingLong(Lot::number).thenComparing(Lot::id);

    @Override
    public int compareTo(Lot other) {
      return ORDER.compare(this, other);
    }
  }
}
