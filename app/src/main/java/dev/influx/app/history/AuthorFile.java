package dev.influx.app.history;

import dev.influx.app.pipe.Installation;
import dev.influx.runtime.TopicReading;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.WireDeserializer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * All that the topics have of one author, read from their beginnings.
 *
 * @param sightings in the order of the raw topic
 * @param recorded by the time of the observation; a withdrawal comes before what took its place
 * @param unreadable records of the author that nobody can read
 */
public record AuthorFile(
    String id, List<Sighting> sightings, List<Recorded> recorded, long unreadable) {

  /** Topics are read side by side: in what order their records come is no order of events. */
  private static final Comparator<Recorded> IN_TIME =
      Comparator.comparing(Recorded::at)
          .thenComparing(recorded -> recorded.from().isPresent())
          .thenComparing(Recorded::topic);

  public AuthorFile {
    sightings = List.copyOf(sightings);
    recorded = List.copyOf(recorded);
  }

  public static AuthorFile read(Installation installation, Registry registry, String id) {
    Reader reader = new Reader(installation, registry, id);
    new TopicReading(
            installation.kafka(),
            "influx-history",
            List.of(
                installation.topics().raw(),
                installation.topics().accepted(),
                installation.topics().rejected()))
        .forEach(reader::take, read -> {});
    reader.recorded.sort(IN_TIME);
    return new AuthorFile(id, reader.sightings, reader.recorded, reader.unreadable);
  }

  /** Takes records of any of the three topics. */
  private static final class Reader {
    private final Installation installation;
    private final String id;
    private final WireDeserializer<RawProfile> raw;
    private final WireDeserializer<ScoredProfile> accepted;
    private final WireDeserializer<RejectedProfile> rejected;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Recorded> recorded = new ArrayList<>();
    private long unreadable;

    Reader(Installation installation, Registry registry, String id) {
      this.installation = installation;
      this.id = id;
      this.raw = registry.deserializer(RawProfile.class);
      this.accepted = registry.deserializer(ScoredProfile.class);
      this.rejected = registry.deserializer(RejectedProfile.class);
    }

    void take(ConsumerRecord<String, byte[]> record) {
      if (!id.equals(record.key())) {
        return;
      }
      try {
        sort(record);
      } catch (SerializationException e) {
        unreadable++;
      }
    }

    private void sort(ConsumerRecord<String, byte[]> record) {
      if (record.topic().equals(installation.topics().raw())) {
        RawProfile seen = raw.deserialize(record.topic(), record.value());
        if (seen != null) {
          Lineage at = new Lineage(record.topic(), record.partition(), record.offset());
          sightings.add(new Sighting(at, seen));
        }
      } else if (record.value() == null) {
        recorded.add(recorded(record, Optional.empty(), List.of(), Optional.empty()));
      } else if (record.topic().equals(installation.topics().accepted())) {
        ScoredProfile said = accepted.deserialize(record.topic(), record.value());
        Source source = new Source(said.getLineage(), said.getPolicy().getId());
        recorded.add(recorded(record, Optional.of(source), List.of(), score(said.getScore())));
      } else {
        RejectedProfile said = rejected.deserialize(record.topic(), record.value());
        Source source = new Source(said.getLineage(), said.getPolicy().getId());
        List<String> codes = said.getFindings().stream().map(Finding::getCode).distinct().toList();
        recorded.add(recorded(record, Optional.of(source), codes, score(said.getScore())));
      }
    }

    private record Source(Lineage from, String policy) {}

    private static Optional<Double> score(Score score) {
      return Optional.ofNullable(score).map(Score::getRounded);
    }

    private static Recorded recorded(
        ConsumerRecord<String, byte[]> record,
        Optional<Source> source,
        List<String> codes,
        Optional<Double> score) {
      return new Recorded(
          record.topic(),
          Instant.ofEpochMilli(record.timestamp()),
          source.map(Source::from),
          source.map(Source::policy),
          codes,
          score);
    }
  }
}
