package dev.influx.scorer.topology;

import dev.influx.validator.claims.Claim;
import dev.influx.validator.claims.Claimants;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The stored form of those who claim a fingerprint: one byte that names the version of the form,
 * then for each the time, the length of the id, and the id. The fingerprint is the key.
 */
final class ClaimantsCodec {
  private static final byte VERSION = 1;
  private static final int BESIDE_THE_ID = Long.BYTES + Short.BYTES;

  private ClaimantsCodec() {}

  static byte[] encode(Claimants claimants) {
    int size =
        claimants.claims().stream().mapToInt(claim -> BESIDE_THE_ID + claim.id().length()).sum();
    ByteBuffer bytes = ByteBuffer.allocate(1 + size).put(VERSION);
    for (Claim claim : claimants.claims()) {
      bytes.putLong(claim.at().toEpochMilli());
      bytes.putShort((short) claim.id().length());
      bytes.put(claim.id().getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.array();
  }

  static Claimants decode(String fingerprint, byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    if (bytes.get() != VERSION) {
      throw new SerializationException("claimants of a version that this release does not know");
    }
    List<Claim> claims = new ArrayList<>();
    while (bytes.hasRemaining()) {
      Instant at = Instant.ofEpochMilli(bytes.getLong());
      byte[] id = new byte[bytes.getShort()];
      bytes.get(id);
      claims.add(new Claim(new String(id, StandardCharsets.US_ASCII), fingerprint, at));
    }
    return new Claimants(claims);
  }
}
