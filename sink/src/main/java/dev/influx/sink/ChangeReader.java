package dev.influx.sink;

import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.snapshot.AuthorChange;
import dev.influx.sink.snapshot.AuthorChange.Doubtful;
import dev.influx.sink.snapshot.AuthorChange.Upserted;
import dev.influx.sink.snapshot.AuthorChange.Withdrawn;
import dev.influx.sink.snapshot.Candidate.Cause;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads records of the accepted topic as changes; what cannot be read is a change as well. */
final class ChangeReader {
  private final Deserializer<ScoredProfile> profiles;
  private final Recheck recheck;
  private final String registryUrl;

  ChangeReader(Deserializer<ScoredProfile> profiles, Recheck recheck, String registryUrl) {
    this.profiles = profiles;
    this.recheck = recheck;
    this.registryUrl = registryUrl;
  }

  /** Who may have to be asked. */
  String registryUrl() {
    return registryUrl;
  }

  /**
   * @throws dev.influx.schemas.wire.UnableToReachRegistryException if nothing can be said before
   *     the registry answers
   */
  AuthorChange read(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return new Withdrawn(record.key());
    }
    try {
      return checked(record, profiles.deserialize(record.topic(), record.value()));
    } catch (SerializationException e) {
      return doubtful(record, Cause.UNREADABLE, e.getMessage());
    }
  }

  /** The key decides what compaction keeps: a profile under the key of another would never go. */
  private AuthorChange checked(ConsumerRecord<String, byte[]> record, ScoredProfile profile) {
    if (!profile.getId().equals(record.key())) {
      return doubtful(record, Cause.UNREADABLE, "its key is not the id of its author");
    }
    return recheck
        .objectionTo(profile)
        .<AuthorChange>map(objection -> doubtful(record, objection.cause(), objection.why()))
        .orElseGet(() -> new Upserted(asPublished(profile)));
  }

  private static Doubtful doubtful(ConsumerRecord<String, byte[]> record, Cause cause, String why) {
    return new Doubtful(record.key(), cause, where(record), why);
  }

  /** Contributions are not published, so they need not be held for every author. */
  private static ScoredProfile asPublished(ScoredProfile author) {
    Score score = author.getScore();
    return new ScoredProfile(
        author.getId(),
        author.getObservedAt(),
        author.getProfile(),
        author.getDomain(),
        author.getLangPrimary(),
        author.getProvenance(),
        author.getSources(),
        author.getActivity(),
        new Score(
            score.getVersion(),
            score.getTotal(),
            score.getRounded(),
            score.getActivity(),
            score.getQuality(),
            score.getRelevance(),
            List.of()),
        author.getPolicy(),
        author.getLineage(),
        author.getFlags());
  }

  private static String where(ConsumerRecord<String, byte[]> record) {
    return record.topic() + "-" + record.partition() + " offset " + record.offset();
  }
}
