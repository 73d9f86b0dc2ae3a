package dev.influx.sink.snapshot;

import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.published.AuthorSchema;
import dev.influx.schemas.scores.Histogram.Bin;
import dev.influx.schemas.scores.ScoreTally;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
    String scoreFormula,
    Schema schema,
    Source source,
    long count,
    String sha256,
    long bytes,
    List<File> files,
    List<String> sortOrder,
    String previous,
    Counts counts,
    Distribution distribution,
    Freshness freshness,
    Forced forced) {

  /** Raised when a reader of the old form would misunderstand the new one. */
  public static final int FORMAT_VERSION = 1;

  /**
   * What is known of a snapshot only when it is published.
   *
   * @param lines the uncompressed list
   * @param files all files beside the manifest
   */
  public record Publication(
      File lines,
      List<File> files,
      Instant createdAt,
      Optional<String> previous,
      ChangeCounts changes,
      Optional<Forced> forced) {

    public Publication {
      files = List.copyOf(files);
    }
  }

  /** Describes a snapshot as it is published. */
  public static Manifest of(Snapshot snapshot, Publication publication) {
    return new Manifest(
        FORMAT_VERSION,
        snapshot.id(),
        publication.createdAt(),
        Generator.THIS,
        Policy.of(snapshot),
        snapshot.figures().scoreVersion().orElse(null),
        snapshot.figures().scoreVersion().map(ManifestFigures::formula).orElse(null),
        Schema.THIS,
        Source.of(snapshot.cut()),
        snapshot.count(),
        publication.lines().sha256(),
        publication.lines().bytes(),
        publication.files(),
        ManifestFigures.SORT_ORDER,
        publication.previous().orElse(null),
        Counts.of(snapshot, publication.changes()),
        Distribution.of(snapshot.figures().scores()),
        snapshot.figures().freshness(),
        publication.forced().orElse(null));
  }

  /** The same snapshot, described where it lies beside other files. */
  public Manifest beside(List<File> others) {
    return new Manifest(
        formatVersion,
        snapshotId,
        createdAt,
        generator,
        policy,
        scoreVersion,
        scoreFormula,
        schema,
        source,
        count,
        sha256,
        bytes,
        List.copyOf(others),
        sortOrder,
        previous,
        counts,
        distribution,
        freshness,
        forced);
  }

  /** Fails for whatever is not a whole manifest of this format. */
  public static Manifest read(byte[] json) throws IOException {
    return ManifestJson.read(json);
  }

  /** The id that follows from the offsets and the policy that it names. */
  public String computedId() {
    return SnapshotId.of(
        source.offsets(), Optional.ofNullable(policy).map(named -> named.sha256()));
  }

  /** UTF-8, indented for people, ended by a line feed. */
  public byte[] toJson() {
    return ManifestJson.write(this);
  }

  /** The program that made it. */
  public record Generator(String name, String version, String git) {
    static final Generator THIS = ProjectVersion.generator();
  }

  /** The policy that every author was accepted and scored under. */
  public record Policy(String id, String version, String sha256) {
    private static Policy of(Snapshot snapshot) {
      return snapshot
          .policy()
          .map(PolicyRef::getId)
          .map(id -> new Policy(id, versionIn(id), snapshot.policySha256().orElseThrow()))
          .orElse(null);
    }

    /** What follows the sign; m0 has no versions. */
    private static String versionIn(String id) {
      int sign = id.indexOf('@');
      return sign < 0 ? null : id.substring(sign + 1);
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
    /** Of the next record of each partition of each topic. */
    public SortedMap<String, SortedMap<Integer, Long>> offsets() {
      SortedMap<String, SortedMap<Integer, Long>> offsets = new TreeMap<>();
      topics.forEach(
          (topic, ends) -> {
            SortedMap<Integer, Long> partitions = new TreeMap<>();
            ends.forEach((partition, end) -> partitions.put(partition, end.offset()));
            offsets.put(topic, partitions);
          });
      return offsets;
    }

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
      List<Bin> histogram,
      long zeroScores) {
    public Distribution {
      histogram = List.copyOf(histogram);
    }

    public static Distribution of(ScoreTally scores) {
      return ManifestFigures.distribution(scores);
    }
  }

  /**
   * How many authors of each sort.
   *
   * @param rejected by code; who was rejected for two reasons counts under both
   * @param rejectedAuthors who were seen up to the same cut and are not in the list, each once
   * @param withdrawn since the snapshot before
   * @param beyondEarlier how many lines the schema of the earlier system cannot express
   */
  public record Counts(
      long accepted,
      SortedMap<String, Long> rejected,
      long rejectedAuthors,
      long added,
      long updated,
      long withdrawn,
      long beyondEarlier) {
    public Counts {
      rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
    }

    private static Counts of(Snapshot snapshot, ChangeCounts changes) {
      Figures.Rejected rejected = snapshot.figures().rejected();
      return new Counts(
          snapshot.count(),
          rejected.byCode(),
          rejected.authors(),
          changes.added(),
          changes.updated(),
          changes.removed(),
          snapshot.figures().beyondEarlier());
    }
  }

  /** How many authors differ from the snapshot before. */
  public record ChangeCounts(long added, long updated, long removed) {}

  /** A person let the snapshot out although gates objected. */
  public record Forced(String reason, List<String> gates) {
    public Forced {
      gates = List.copyOf(gates);
    }
  }

  /**
   * Times such that 50 % and 95 % of the authors, and all of them, were refreshed then or later.
   */
  public record Freshness(Instant p50, Instant p95, Instant oldest) {}
}
