package dev.influx.monitor.facts;

import dev.influx.monitor.results.ScoreSpread;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A published snapshot.
 *
 * @param rejected authors by the reason why they are not in it
 * @param current whether it is the one that is published now
 * @param files their addresses
 */
public record SnapshotFacts(
    String snapshotId,
    Instant createdAt,
    long count,
    OptionalLong bytes,
    Optional<String> sha256,
    Optional<Judge> policy,
    Optional<String> scoreVersion,
    Optional<Map<String, Long>> rejected,
    OptionalLong withdrawn,
    Optional<Changes> changes,
    Verification verification,
    boolean current,
    List<String> files,
    Optional<ScoreSpread> spread) {

  public SnapshotFacts {
    files = List.copyOf(files);
  }

  /** The policy that judged. */
  public record Judge(String id, Optional<String> version, Optional<String> sha256) {}

  /** Against the snapshot before. */
  public record Changes(long added, long updated, long removed) {}

  /**
   * What came of comparing the files with the manifest.
   *
   * @param state verified, failed, unverified or verifying
   */
  public record Verification(String state, Optional<Instant> at, List<String> findings) {
    public Verification {
      findings = List.copyOf(findings);
    }

    public static Verification none() {
      return new Verification("unverified", Optional.empty(), List.of());
    }
  }
}
