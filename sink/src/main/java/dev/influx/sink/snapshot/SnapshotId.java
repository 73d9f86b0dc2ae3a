package dev.influx.sink.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.schemas.published.Sha256Hex;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The name of a snapshot: SHA-256, in lower-case hex, over the canonical JSON {@code
 * {"policy_sha256":"…","topics":{"<topic>":{"<partition>":<offset>,…}}}}, keys sorted as texts,
 * null for a list without authors and so without a policy.
 */
final class SnapshotId {
  private static final JsonMapper JSON = new JsonMapper();

  private SnapshotId() {}

  static String of(Cut cut, Optional<String> policySha256) {
    return of(cut.offsets(), policySha256);
  }

  static String of(
      SortedMap<String, SortedMap<Integer, Long>> offsets, Optional<String> policySha256) {
    return Sha256Hex.of(canonical(offsets, policySha256));
  }

  static byte[] canonical(Cut cut, Optional<String> policySha256) {
    return canonical(cut.offsets(), policySha256);
  }

  private static byte[] canonical(
      SortedMap<String, SortedMap<Integer, Long>> offsets, Optional<String> policySha256) {
    SortedMap<String, SortedMap<String, Long>> topics = new TreeMap<>();
    offsets.forEach(
        (topic, partitions) -> {
          SortedMap<String, Long> named = new TreeMap<>();
          partitions.forEach((partition, offset) -> named.put(partition.toString(), offset));
          topics.put(topic, named);
        });
    SortedMap<String, Object> named = new TreeMap<>();
    named.put("policy_sha256", policySha256.orElse(null));
    named.put("topics", topics);
    try {
      return JSON.writeValueAsBytes(named);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of texts and numbers are JSON", e);
    }
  }
}
