package dev.influx.app.evaluate;

import dev.influx.schemas.Sha256;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The digest of a line, worked out when somebody asks for it: few do, and it takes longer than
 * reading the line.
 */
final class LineDigest extends Sha256 {
  private static final long serialVersionUID = 1L;

  private final transient byte[] chunk;
  private final int from;
  private final int length;
  private boolean known;

  /** Of bytes that nobody changes any more. */
  LineDigest(byte[] chunk, int from, int length) {
    this.chunk = chunk;
    this.from = from;
    this.length = length;
  }

  @Override
  public synchronized byte[] bytes() {
    if (!known && chunk != null) {
      bytes(digest());
      known = true;
    }
    return super.bytes();
  }

  /** Compared are fields, which are filled by then. */
  @Override
  public boolean equals(Object other) {
    bytes();
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    bytes();
    return super.hashCode();
  }

  private byte[] digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(chunk, from, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
