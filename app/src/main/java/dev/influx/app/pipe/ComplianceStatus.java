package dev.influx.app.pipe;

import dev.influx.harvester.compliance.CompliancePublisher;
import dev.influx.runtime.compliance.ComplianceLog;
import dev.influx.schemas.ComplianceRequest;
import dev.influx.schemas.wire.Registry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How every request stands: what was noted of it, beside what the topics hold of the author. */
public record ComplianceStatus(List<Standing> standings) {

  public ComplianceStatus {
    standings = List.copyOf(standings);
  }

  /** What has become of a request. */
  public enum State {
    /** Gone in time, and noted. */
    DONE,
    /** Gone, and noted after the deadline. */
    LATE,
    /** Gone, since nobody noted when. */
    GONE,
    /** Still in a topic; there is time left. */
    OPEN,
    /** Still in a topic, or again, after the deadline. */
    OVERDUE
  }

  /** One request, and what has become of it. */
  public record Standing(ComplianceRequest request, State state) {

    /**
     * Judges by the topics first: who is there is not gone, whatever was noted.
     *
     * @param live whether the author is in the topic of accepted or of rejected authors
     */
    public static Standing of(ComplianceRequest request, boolean live, Instant now) {
      if (live) {
        return new Standing(
            request, now.isAfter(request.getDeadline()) ? State.OVERDUE : State.OPEN);
      }
      Instant done = request.getDoneAt();
      if (done == null) {
        return new Standing(request, State.GONE);
      }
      return new Standing(request, done.isAfter(request.getDeadline()) ? State.LATE : State.DONE);
    }
  }

  /** Looks now. */
  public static ComplianceStatus look(Installation installation, Registry registry, Instant now) {
    Map<String, ComplianceRequest> requests =
        ComplianceLog.read(installation.kafka(), registry, installation.topics());
    Set<String> live =
        requests.isEmpty() ? Set.of() : LiveAuthors.ids(installation, requests::containsKey);
    return new ComplianceStatus(
        requests.values().stream()
            .map(request -> Standing.of(request, live.contains(request.getId()), now))
            .toList());
  }

  /** Notes as done now whoever is gone and was not noted. */
  public ComplianceStatus note(Installation installation, Registry registry, Instant now)
      throws InterruptedException {
    Instant seen = now.truncatedTo(ChronoUnit.MILLIS);
    List<Standing> noted = new ArrayList<>();
    try (CompliancePublisher publisher =
        CompliancePublisher.open(installation.kafka(), registry, installation.topics())) {
      for (Standing each : standings) {
        noted.add(
            each.state() == State.GONE
                ? Standing.of(Forgetting.done(each.request(), seen, publisher), false, seen)
                : each);
      }
      publisher.flush();
    }
    return new ComplianceStatus(noted);
  }

  public boolean hasOverdue() {
    return count(State.OVERDUE) > 0;
  }

  public long count(State state) {
    return standings.stream().filter(each -> each.state() == state).count();
  }
}
