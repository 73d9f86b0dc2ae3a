package dev.influx.sink;

import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.published.Sha256Hex;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.sink.JudgedTopics.Batch;
import dev.influx.sink.files.LineReader;
import dev.influx.sink.files.StoredSnapshot;
import dev.influx.sink.index.AuthorIndex;
import dev.influx.sink.snapshot.Cut;
import dev.influx.sink.snapshot.Cut.Place;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A snapshot made once more from the topics, up to the offsets that its manifest names. A compacted
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
    this.reader = new ChangeReader(topics, registry, recheck);
    this.scratch = scratch;
  }

  /**
   * What came out.
   *
   * @param beyond whether a topic goes on beyond the snapshot
   * @param withheld why no list came out; empty when one did
   */
  public record Outcome(
      String sha256,
      long count,
      SortedMap<String, Long> rejected,
      boolean beyond,
      Optional<String> withheld) {}

  /**
   * Reads the topics and makes the list.
   *
   * @param previous the snapshot before, which the scores of before are taken from
   */
  public Outcome of(Manifest manifest, Optional<StoredSnapshot> previous) throws IOException {
    SortedMap<Place, Long> target = places(manifest.source().offsets());
    if (!manifest.source().topics().keySet().equals(Set.copyOf(names()))) {
      return new Outcome(null, 0, null, false, Optional.of("it was made of other topics"));
    }
    try (JudgedTopics topic = JudgedTopics.open(kafka, "influx-recompute", names());
        AuthorIndex index = AuthorIndex.in(scratch)) {
      remember(previous, index);
      boolean beyond = !read(topic, target, index);
      return index
          .at(topic.beginning())
          .fold(
              snapshot -> hashed(snapshot, beyond),
              withheld ->
                  new Outcome(null, index.size(), null, beyond, Optional.of(withheld.why())));
    }
  }

  private List<String> names() {
    return List.of(topics.accepted(), topics.rejected());
  }

  private static SortedMap<Place, Long> places(
      SortedMap<String, SortedMap<Integer, Long>> offsets) {
    SortedMap<Place, Long> places = new TreeMap<>();
    offsets.forEach(
        (topic, ends) -> ends.forEach((number, end) -> places.put(new Place(topic, number), end)));
    return places;
  }

  private static void remember(Optional<StoredSnapshot> previous, AuthorIndex index)
      throws IOException {
    if (previous.isPresent()) {
      try (InputStream lines = previous.get().openAuthors()) {
        new LineReader(lines).forEach(index::remember);
      }
    }
  }

  /** Whether the topics end there. */
  private boolean read(JudgedTopics topic, SortedMap<Place, Long> target, AuthorIndex index) {
    Cut cut = topic.beginning();
    while (!cut.reaches(target)) {
      Batch batch = topic.poll(POLL);
      for (ConsumerRecord<String, byte[]> record : batch.records()) {
        Place partition = new Place(record.topic(), record.partition());
        if (record.offset() < target.getOrDefault(partition, 0L)) {
          boolean unused = index.apply(reader.read(record));
        }
      }
      cut = cut.advancedBy(batch.steps());
    }
    Map<Place, Long> ends = topic.ends(Duration.ofSeconds(8));
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
    return new Outcome(
        Sha256Hex.of(digest),
        snapshot.count(),
        snapshot.figures().rejected().byCode(),
        beyond,
        Optional.empty());
  }
}
