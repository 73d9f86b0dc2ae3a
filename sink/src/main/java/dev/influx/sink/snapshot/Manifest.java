package dev.influx.sink.snapshot;

import dev.influx.schemas.published.AuthorSchema;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The description of a published snapshot: what it was made of, what its files must hash to, and
 * what is in it. Null stands for what is not known, or for figures of a list without authors.
 *
 * @param previous id of the snapshot that was published before this one
 */
public record Manifest(
    int formatVersion,
    String snapshotId,
    Instant createdAt,
    Generator generator,
    Policy policy,
    String scoreVersion,
    Schema schema,
    Source source,
    long count,
    String sha256,
    long bytes,
    List<File> files,
    List<String> sortOrder,
    String previous,
    Distribution distribution,
    Freshness freshness) {

  /** Raised when a reader of the old form would misunderstand the new one. */
  public static final int FORMAT_VERSION = 1;

  /** Describes a snapshot whose lines are in this file. */
  public static Manifest of(
      Snapshot snapshot, File lines, Instant createdAt, Optional<String> previous) {
    return new Manifest(
        FORMAT_VERSION,
        snapshot.id(),
        createdAt,
        Generator.THIS,
        Policy.of(snapshot),
        ManifestFigures.scoreVersion(snapshot),
        Schema.THIS,
        Source.of(snapshot.cut()),
        snapshot.count(),
        lines.sha256(),
        lines.bytes(),
        List.of(lines),
        Ranking.DESCRIPTION,
        previous.orElse(null),
        ManifestFigures.distribution(snapshot),
        ManifestFigures.freshness(snapshot));
  }

  /** Fails for whatever is not a whole manifest of this format. */
  public static Manifest read(byte[] json) throws IOException {
    return ManifestJson.read(json);
  }

  /** UTF-8, indented for people, ended by a line feed. */
  public byte[] toJson() {
    return ManifestJson.write(this);
  }

  /** The program that made it. */
  public record Generator(String name, String version) {
    static final Generator THIS = new Generator("influx", ProjectVersion.read());
  }

  /** The policy that every author was accepted and scored under. */
  public record Policy(String id, String sha256) {
    private static Policy of(Snapshot snapshot) {
      return snapshot
          .policy()
          .map(policy -> new Policy(policy.getId(), snapshot.policySha256().orElseThrow()))
          .orElse(null);
    }
  }

  /** The JSON Schema that every line fulfils. */
  public record Schema(String id, String version, String sha256) {
    static final Schema THIS =
        new Schema(
            AuthorSchema.CURRENT.id(),
            AuthorSchema.CURRENT.version(),
            AuthorSchema.CURRENT.sha256());
  }

  /** The cluster, and how far its topics were read. */
  public record Source(
      String clusterId, SortedMap<String, SortedMap<Integer, PartitionEnd>> topics) {
    private static Source of(Cut cut) {
      return new Source(cut.clusterId().orElse(null), ManifestFigures.ends(cut));
    }
  }

  /** The offset of the next record, and the latest event time of those before it. */
  public record PartitionEnd(long offset, Instant maxTimestamp) {}

  /** One published file, by its path beside the manifest. */
  public record File(String path, long records, long bytes, String sha256) {}

  /** Of the published scores; percentiles are the nearest rank. */
  public record Distribution(
      Double min,
      Double p5,
      Double p25,
      Double p50,
      Double p75,
      Double p95,
      Double max,
      Double mean,
      long zeroScores) {}

  /**
   * Times such that 50 % and 95 % of the authors, and all of them, were refreshed then or later.
   */
  public record Freshness(Instant p50, Instant p95, Instant oldest) {}
}
