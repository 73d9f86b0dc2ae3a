package dev.influx.app.pipe;

import dev.influx.harvester.compliance.ComplianceEvents;
import dev.influx.harvester.compliance.CompliancePublisher;
import dev.influx.runtime.compliance.ComplianceLog;
import dev.influx.runtime.compliance.HandleHash;
import dev.influx.schemas.ComplianceAction;
import dev.influx.schemas.ComplianceRequest;
import dev.influx.schemas.wire.Registry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Removes authors for good: the request is noted first, then they are told to be forgotten. */
public final class Forgetting {
  private static final Duration TIME_LIMIT = Duration.ofHours(24);

  private final Installation installation;
  private final Registry registry;
  private final InstantSource clock;

  public Forgetting(Installation installation, Registry registry, InstantSource clock) {
    this.installation = installation;
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * Somebody to be forgotten.
   *
   * @param handle as last known
   */
  public record Subject(String id, Optional<String> handle) {}

  /**
   * What is noted beside the author.
   *
   * @param received when the request came in, from which the deadline counts
   */
  public record Request(Instant received, String by, Optional<String> reason) {}

  /**
   * Notes, tells, and looks whether they leave both topics.
   *
   * @param patience how long to look
   * @return the requests as they are noted at the end; those who left are done
   */
  public List<ComplianceRequest> forget(List<Subject> subjects, Request request, Duration patience)
      throws InterruptedException {
    Map<String, ComplianceRequest> before =
        ComplianceLog.read(installation.kafka(), registry, installation.topics());
    List<ComplianceRequest> noted =
        subjects.stream()
            .map(each -> request(each, request, Optional.ofNullable(before.get(each.id()))))
            .toList();
    try (CompliancePublisher publisher =
            CompliancePublisher.open(installation.kafka(), registry, installation.topics());
        Withdrawals withdrawals = Withdrawals.watch(installation)) {
      for (ComplianceRequest each : noted) {
        publisher.note(each);
      }
      publisher.flush();
      tell(subjects, noted, publisher);
      Set<String> ids = noted.stream().map(ComplianceRequest::getId).collect(Collectors.toSet());
      return settle(noted, withdrawals.await(ids, patience), publisher);
    }
  }

  /** A request that is repeated keeps its deadline. */
  private static ComplianceRequest request(
      Subject subject, Request request, Optional<ComplianceRequest> before) {
    return before.orElseGet(
        () -> {
          Instant received = request.received().truncatedTo(ChronoUnit.MILLIS);
          return ComplianceRequest.newBuilder()
              .setId(subject.id())
              .setAction(ComplianceAction.FORGET)
              .setRequestedAt(received)
              .setDeadline(received.plus(TIME_LIMIT))
              .setRequestedBy(request.by())
              .setReason(request.reason().orElse(null))
              .setHandleSha256(subject.handle().map(HandleHash::of).orElse(null))
              .build();
        });
  }

  private void tell(
      List<Subject> subjects, List<ComplianceRequest> noted, CompliancePublisher publisher)
      throws InterruptedException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (ComplianceRequest each : noted) {
      publisher.tell(ComplianceEvents.forgotten(each, now));
    }
    for (Subject subject : subjects) {
      if (subject.handle().isPresent()) {
        publisher.withdrawOutcome(subject.handle().get().toLowerCase(Locale.ROOT));
      }
    }
    publisher.flush();
  }

  private List<ComplianceRequest> settle(
      List<ComplianceRequest> noted, Set<String> gone, CompliancePublisher publisher)
      throws InterruptedException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<ComplianceRequest> settled = new ArrayList<>();
    for (ComplianceRequest each : noted) {
      settled.add(gone.contains(each.getId()) ? done(each, now, publisher) : each);
    }
    publisher.flush();
    return settled;
  }

  /** Notes that a request is done, unless that was noted before. */
  static ComplianceRequest done(
      ComplianceRequest request, Instant now, CompliancePublisher publisher)
      throws InterruptedException {
    if (request.getDoneAt() != null) {
      return request;
    }
    ComplianceRequest done = ComplianceRequest.newBuilder(request).setDoneAt(now).build();
    publisher.note(done);
    return done;
  }
}
