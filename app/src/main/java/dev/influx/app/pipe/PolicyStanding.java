package dev.influx.app.pipe;

import dev.influx.runtime.TopicReading;
import dev.influx.runtime.UnableToReachBrokerException;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.ScorerStanding;
import dev.influx.schemas.wire.StandingCodec;
import dev.influx.scorer.topology.ScorerTopology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the scorers of an installation stand, as they log it: by which policy each partition is
 * judged, and how far everybody there has been judged by it.
 *
 * @param active the policy by which they ought to judge, if one was activated
 * @param partitions those that some scorer has spoken of
 * @param expected how many partitions there are
 */
public record PolicyStanding(
    Optional<PolicyRef> active, Map<Integer, ScorerStanding> partitions, int expected) {
  private static final StandingCodec CODEC = new StandingCodec();

  public PolicyStanding {
    partitions = Map.copyOf(partitions);
  }

  public static PolicyStanding of(Installation installation, Optional<PolicyRef> active) {
    String log = ScorerTopology.standingsLog(Wiring.scorerGroup(installation));
    Map<Integer, ScorerStanding> partitions = new TreeMap<>();
    new TopicReading(installation.kafka(), "influx-standings", List.of(log))
        .forEach(
            record ->
                Optional.ofNullable(record.value())
                    .flatMap(CODEC::decode)
                    .ifPresent(standing -> partitions.put(record.partition(), standing)),
            read -> {});
    return new PolicyStanding(active, partitions, partitions(installation));
  }

  /** As many as there are, whatever is configured here. */
  private static int partitions(Installation installation) {
    try (Backlog backlog = new Backlog(installation.kafka())) {
      return backlog.ends(installation.topics().raw()).size();
    } catch (Backlog.UnableToLookException e) {
      throw new UnableToReachBrokerException(installation.kafka(), e);
    }
  }

  /** The one policy by which all judge. */
  Optional<PolicyRef> common() {
    Set<PolicyRef> policies =
        partitions.values().stream().map(ScorerStanding::getPolicy).collect(Collectors.toSet());
    return policies.size() == 1 ? policies.stream().findAny() : Optional.empty();
  }

  /** Whether every author of every partition has been judged by one policy, the active one. */
  public boolean settled() {
    return partitions.size() == expected
        && partitions.values().stream().allMatch(ScorerStanding::getFinished)
        && common().filter(policy -> active.isEmpty() || active.get().equals(policy)).isPresent();
  }

  /** Which share of the known authors has been judged by the policy of their partition. */
  public static double share(List<ScorerStanding> standings) {
    long walked = standings.stream().mapToLong(PolicyStanding::done).sum();
    long authors = standings.stream().mapToLong(ScorerStanding::getAuthors).sum();
    boolean finished = standings.stream().allMatch(ScorerStanding::getFinished);
    return finished || authors == 0 ? (finished ? 1 : 0) : Math.min(1, (double) walked / authors);
  }

  private static long done(ScorerStanding standing) {
    return standing.getFinished() ? standing.getAuthors() : standing.getWalked();
  }
}
