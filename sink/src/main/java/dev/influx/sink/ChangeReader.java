package dev.influx.sink;

import dev.influx.schemas.Finding;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.sink.snapshot.AuthorChange;
import dev.influx.sink.snapshot.AuthorChange.Doubtful;
import dev.influx.sink.snapshot.AuthorChange.Refused;
import dev.influx.sink.snapshot.AuthorChange.Upserted;
import dev.influx.sink.snapshot.AuthorChange.Withdrawn;
import dev.influx.sink.snapshot.Candidate.Cause;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads records of the topics of accepted and rejected authors as changes; what cannot be read is a
 * change as well.
 */
final class ChangeReader {
  private final Topics topics;
  private final Judgements judgements;
  private final Recheck recheck;
  private final LineSchema schema = new LineSchema();

  ChangeReader(Topics topics, Registry registry, Recheck recheck) {
    this(topics, Judgements.by(registry), recheck);
  }

  ChangeReader(Topics topics, Judgements judgements, Recheck recheck) {
    this.topics = topics;
    this.judgements = judgements;
    this.recheck = recheck;
  }

  /** How both kinds of values are read, and who may have to be asked for it. */
  record Judgements(
      Deserializer<ScoredProfile> accepted,
      Deserializer<RejectedProfile> rejected,
      String registryUrl) {
    private static Judgements by(Registry registry) {
      return new Judgements(
          registry.deserializer(ScoredProfile.class),
          registry.deserializer(RejectedProfile.class),
          registry.url());
    }
  }

  /** Who may have to be asked. */
  String registryUrl() {
    return judgements.registryUrl();
  }

  /**
   * @throws dev.influx.schemas.wire.UnableToReachRegistryException if nothing can be said before
   *     the registry answers
   */
  AuthorChange read(ConsumerRecord<String, byte[]> record) {
    return record.topic().equals(topics.rejected()) ? refusal(record) : acceptance(record);
  }

  /** Of somebody who is to be in the list, under whatever score. */
  boolean isAcceptance(ConsumerRecord<String, byte[]> record) {
    return record.topic().equals(topics.accepted()) && record.value() != null;
  }

  private AuthorChange acceptance(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return new Withdrawn(record.key());
    }
    try {
      return checked(record, judgements.accepted().deserialize(record.topic(), record.value()));
    } catch (SerializationException e) {
      return doubtful(record, Cause.UNREADABLE, e.getMessage());
    }
  }

  /** The list does not rest on who is rejected: what cannot be read is a reason like others. */
  private Refused refusal(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return Refused.noLonger(record.key());
    }
    try {
      return refusal(
          record.key(), judgements.rejected().deserialize(record.topic(), record.value()));
    } catch (SerializationException e) {
      return new Refused(record.key(), Optional.empty(), List.of(Cause.UNREADABLE.code()));
    }
  }

  private static Refused refusal(String id, RejectedProfile profile) {
    return new Refused(
        id,
        Optional.of(HexFormat.of().formatHex(profile.getPolicy().getSha256().bytes())),
        profile.getFindings().stream().map(Finding::getCode).distinct().sorted().toList());
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
