package dev.influx.app.pipe;

import dev.influx.harvester.compliance.ComplianceEvents;
import dev.influx.harvester.compliance.CompliancePublisher;
import dev.influx.harvester.compliance.Reason;
import dev.influx.harvester.compliance.ResultFile;
import dev.influx.harvester.compliance.ResultLine;
import dev.influx.schemas.RawProfile;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Applies the lines of one result of X's batch compliance to the authors of an installation. Who is
 * not live needs nothing: neither strangers nor those who are forgotten come in through a result.
 */
public final class ComplianceApplication {
  private final Installation installation;
  private final ResultFile file;
  private final Set<String> live;
  private final Optional<CompliancePublisher> publisher;
  private final Map<String, ResultLine.Listed> scrubbed = new LinkedHashMap<>();
  private final Map<Reason, Long> applied = new EnumMap<>(Reason.class);
  private long strangers;
  private long placeless;

  /**
   * Begins with who is live now.
   *
   * @param publisher none to find out only what would be done
   */
  public ComplianceApplication(
      Installation installation, ResultFile file, Optional<CompliancePublisher> publisher) {
    this.installation = installation;
    this.file = file;
    this.publisher = publisher;
    this.live = LiveAuthors.ids(installation, id -> true);
  }

  /** Of what was applied, how many authors for each reason; and of whom nothing had to be. */
  public record Counts(Map<Reason, Long> applied, long notHere, long withoutLocation) {
    public Counts {
      applied = Map.copyOf(applied);
    }
  }

  /** Takes one line; those about places wait for the end. */
  public void take(ResultLine.Listed listed) throws InterruptedException {
    if (!live.contains(listed.id())) {
      strangers++;
    } else if (listed.reason() == Reason.SCRUB_GEO) {
      scrubbed.put(listed.id(), listed);
    } else {
      tell(listed, ComplianceEvents.gone(listed, file));
    }
  }

  /** Takes places away, and returns when all is acknowledged. */
  public Counts finish() throws InterruptedException {
    if (!scrubbed.isEmpty()) {
      takePlacesAway();
    }
    if (publisher.isPresent()) {
      publisher.get().flush();
    }
    return new Counts(applied, strangers, placeless);
  }

  private void takePlacesAway() throws InterruptedException {
    long before = applied.values().stream().mapToLong(Long::longValue).sum();
    for (RawProfile last :
        AuthorStates.last(installation, each -> scrubbed.containsKey(each.getId()))) {
      ResultLine.Listed listed = scrubbed.get(last.getId());
      tell(listed, ComplianceEvents.withoutLocation(last, listed, file));
    }
    long after = applied.values().stream().mapToLong(Long::longValue).sum();
    placeless = scrubbed.size() - (after - before);
  }

  private void tell(ResultLine.Listed listed, Optional<RawProfile> event)
      throws InterruptedException {
    if (event.isEmpty()) {
      return;
    }
    applied.merge(listed.reason(), 1L, Long::sum);
    if (publisher.isPresent()) {
      publisher.get().tell(event.get());
    }
  }
}
