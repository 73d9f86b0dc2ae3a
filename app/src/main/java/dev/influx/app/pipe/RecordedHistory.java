package dev.influx.app.pipe;

import dev.influx.schemas.Availability;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.scorer.activity.History;
import java.util.List;
import java.util.Optional;

/**
 * What records of the accepted and rejected topics tell of the history of their authors: the last
 * observation, and who else claims the same. Samples are in no such record.
 */
public final class RecordedHistory {
  private RecordedHistory() {}

  /** Whoever is accepted shares nothing with anybody that counts. */
  public static History of(ScoredProfile author) {
    RawProfile seen =
        RawProfile.newBuilder()
            .setId(author.getId())
            .setFetchedAt(author.getObservedAt())
            .setAvailability(Availability.AVAILABLE)
            .setProfile(author.getProfile())
            .setDomain(author.getDomain())
            .setProvenance(author.getProvenance())
            .setSources(author.getSources())
            .build();
    return new History(seen, author.getLineage(), List.of(), Optional.empty(), List.of());
  }

  public static History of(RejectedProfile author) {
    RawProfile seen =
        RawProfile.newBuilder()
            .setId(author.getId())
            .setFetchedAt(author.getObservedAt())
            .setAvailability(author.getAvailability())
            .setHandle(author.getHandle())
            .setProfile(author.getProfile())
            .setDomain(author.getDomain())
            .setProvenance(author.getProvenance())
            .setSources(author.getSources())
            .build();
    return new History(seen, author.getLineage(), List.of(), Optional.empty(), author.getClashes());
  }
}
