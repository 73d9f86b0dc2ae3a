package dev.influx.sink;

import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.published.Sha256Hex;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.sink.AcceptedTopic.Batch;
import dev.influx.sink.files.LineReader;
import dev.influx.sink.files.StoredSnapshot;
import dev.influx.sink.index.AuthorIndex;
import dev.influx.sink.snapshot.Cut;
import dev.influx.sink.snapshot.Manifest;
import dev.influx.sink.snapshot.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A snapshot made once more from the topic, up to the offsets that its manifest names. A compacted
 * topic keeps the last word on an author only: what was said after those offsets may have taken the
 * place of what was said before.
 */
public final class Recomputation {
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConnection kafka;
  private final Topics topics;
  private final ChangeReader reader;
  private final Path scratch;

  /**
   * Prepares to read.
   *
   * @param scratch a directory for the index, which is emptied first
   */
  public Recomputation(
      KafkaConnection kafka, Registry registry, Topics topics, Recheck recheck, Path scratch) {
    this.kafka = kafka;
    this.topics = topics;
    this.reader =
        new ChangeReader(registry.deserializer(ScoredProfile.class), recheck, registry.url());
    this.scratch = scratch;
  }

  /**
   * What came out.
   *
   * @param beyond whether the topic goes on beyond the snapshot
   * @param withheld why no list came out; empty when one did
   */
  public record Outcome(String sha256, long count, boolean beyond, Optional<String> withheld) {}

  /**
   * Reads the topic and makes the list.
   *
   * @param previous the snapshot before, which the scores of before are taken from
   */
  public Outcome of(Manifest manifest, Optional<StoredSnapshot> previous) throws IOException {
    SortedMap<Integer, Long> target = manifest.source().offsets().get(topics.accepted());
    if (target == null) {
      return new Outcome(null, 0, false, Optional.of("it was made of another topic"));
    }
    try (AcceptedTopic topic = AcceptedTopic.open(kafka, "influx-recompute", topics.accepted());
        AuthorIndex index = AuthorIndex.in(scratch)) {
      remember(previous, index);
      boolean beyond = !read(topic, target, index);
      return index
          .at(topic.beginning())
          .fold(
              snapshot -> hashed(snapshot, beyond),
              withheld -> new Outcome(null, index.size(), beyond, Optional.of(withheld.why())));
    }
  }

  private static void remember(Optional<StoredSnapshot> previous, AuthorIndex index)
      throws IOException {
    if (previous.isPresent()) {
      try (InputStream lines = previous.get().openAuthors()) {
        new LineReader(lines).forEach(index::remember);
      }
    }
  }

  /** Whether the topic ends there. */
  private boolean read(AcceptedTopic topic, SortedMap<Integer, Long> target, AuthorIndex index) {
    Cut cut = topic.beginning();
    while (!cut.reaches(target)) {
      Batch batch = topic.poll(POLL);
      for (ConsumerRecord<String, byte[]> record : batch.records()) {
        if (record.offset() < target.getOrDefault(record.partition(), 0L)) {
          boolean unused = index.apply(reader.read(record));
        }
      }
      cut = cut.advancedBy(batch.steps());
    }
    Map<Integer, Long> ends = topic.ends(Duration.ofSeconds(8));
    return ends.entrySet().stream()
        .allMatch(end -> end.getValue() <= target.getOrDefault(end.getKey(), 0L));
  }

  private static Outcome hashed(Snapshot snapshot, boolean beyond) {
    MessageDigest digest = Sha256Hex.newDigest();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      snapshot.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Outcome(Sha256Hex.of(digest), snapshot.count(), beyond, Optional.empty());
  }
}
