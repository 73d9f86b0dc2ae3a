package dev.influx.runtime.compliance;

import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.ComplianceAction;
import dev.influx.schemas.ComplianceRequest;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The authors who were removed on request, as of one moment: whoever asks X, imports files or
 * replays leaves them out.
 */
public final class ForgottenAuthors {
  private final Set<String> ids;
  private final Set<Sha256> handles;

  private ForgottenAuthors(Set<String> ids, Set<Sha256> handles) {
    this.ids = ids;
    this.handles = handles;
  }

  /** Reads the log of requests, which must be there, to where it ends now. */
  public static ForgottenAuthors read(KafkaConnection kafka, Registry registry, Topics topics) {
    return of(ComplianceLog.read(kafka, registry, topics).values());
  }

  /** Those of some requests. */
  public static ForgottenAuthors of(Collection<ComplianceRequest> requests) {
    List<ComplianceRequest> forget =
        requests.stream()
            .filter(request -> request.getAction() == ComplianceAction.FORGET)
            .toList();
    return new ForgottenAuthors(
        forget.stream().map(ComplianceRequest::getId).collect(Collectors.toUnmodifiableSet()),
        forget.stream()
            .map(ComplianceRequest::getHandleSha256)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Nobody. */
  public static ForgottenAuthors none() {
    return of(List.of());
  }

  /**
   * By id, read when the first question is asked, and not again. The question waits as long as
   * broker or registry are away.
   */
  public static Predicate<String> whenAsked(
      KafkaConnection kafka, Registry registry, Topics topics) {
    return new ReadWhenAsked(() -> read(kafka, registry, topics));
  }

  public boolean hasId(String id) {
    return ids.contains(id);
  }

  /**
   * Whether a forgotten author was last known by this handle, whatever its case. Somebody else may
   * have it by now: where the id is known, that decides.
   */
  public boolean hasHandle(String handle) {
    return !handles.isEmpty() && handles.contains(HandleHash.of(handle));
  }

  public int count() {
    return ids.size();
  }
}
