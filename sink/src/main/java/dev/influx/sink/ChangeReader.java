package dev.influx.sink;

import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.snapshot.AuthorChange;
import dev.influx.sink.snapshot.AuthorChange.Doubtful;
import dev.influx.sink.snapshot.AuthorChange.Upserted;
import dev.influx.sink.snapshot.AuthorChange.Withdrawn;
import dev.influx.sink.snapshot.Candidate.Cause;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads records of the accepted topic as changes; what cannot be read is a change as well. */
final class ChangeReader {
  private final Deserializer<ScoredProfile> profiles;
  private final Recheck recheck;
  private final LineSchema schema = new LineSchema();
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
    // The gates first: of somebody who should not be there they say more than the schema does.
    return recheck
        .objectionTo(profile)
        .<AuthorChange>map(objection -> doubtful(record, objection.cause(), objection.why()))
        .orElseGet(() -> inForm(record, new Upserted(profile)));
  }

  private AuthorChange inForm(ConsumerRecord<String, byte[]> record, Upserted change) {
    return schema
        .objectionTo(change.line())
        .<AuthorChange>map(objection -> doubtful(record, objection.cause(), objection.why()))
        .orElse(change);
  }

  private static Doubtful doubtful(ConsumerRecord<String, byte[]> record, Cause cause, String why) {
    return new Doubtful(record.key(), cause, where(record), why);
  }

  private static String where(ConsumerRecord<String, byte[]> record) {
    return record.topic() + "-" + record.partition() + " offset " + record.offset();
  }
}
