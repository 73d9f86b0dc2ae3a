package dev.influx.monitor.sampling;

import dev.influx.monitor.lag.Look;
import dev.influx.monitor.sampling.Groups.Listed;
import dev.influx.monitor.sampling.RecordPeek.Place;
import dev.influx.runtime.KafkaConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * A connection to a cluster that tells where all groups stand, with few calls and in bounded time.
 */
public final class ClusterSampler implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int PEEKS_A_LOOK = 200;

  private final Admin admin;
  private final Peeks peeks;
  private final InstantSource clock;
  private final Retentions retentions = new Retentions();

  private ClusterSampler(Admin admin, Peeks peeks, InstantSource clock) {
    this.admin = admin;
    this.peeks = peeks;
    this.clock = clock;
  }

  /** Connects lazily. */
  public static ClusterSampler connect(KafkaConnection kafka, InstantSource clock) {
    return new ClusterSampler(
        Admin.create(kafka.client("influx-monitor")), new Peeks(kafka, PEEKS_A_LOOK), clock);
  }

  /** Looks once; groups of which something was not answered are named with the reason. */
  public ClusterLook look(Predicate<String> wanted) throws UnableToLookException {
    Answers answers = new Answers(PATIENCE);
    Listed listed = new Groups(admin, answers).list(wanted);
    Seen seen = new Seen(admin, answers, listed.groups());
    Instant at = clock.instant();
    retentions.refresh(admin, answers, seen.topics(), at);
    List<String> remarks = new ArrayList<>(listed.failures());
    List<GroupLook> groups = peek(seen.looks(at, retentions), remarks);
    return new ClusterLook(at, groups, seen.failed(), listed.failures().isEmpty(), remarks);
  }

  /** Who is in a group, and what each of them reads; empty where nobody can tell. */
  public List<Member> members(String group) throws UnableToLookException {
    Answers answers = new Answers(PATIENCE);
    Listed listed = new Groups(admin, answers).list(group::equals);
    return new Groups(admin, answers)
        .members(listed.groups().values()).values().stream()
            .flatMap(it -> it.list().stream())
            .toList();
  }

  private List<GroupLook> peek(List<GroupLook> groups, List<String> remarks) {
    Map<Position, Place> places = new HashMap<>();
    groups.forEach(
        group -> group.positions().forEach(it -> place(it).ifPresent(at -> places.put(it, at))));
    peeks.read(places.values()).ifPresent(remarks::add);
    return groups.stream().map(it -> peeked(it, places)).toList();
  }

  private GroupLook peeked(GroupLook group, Map<Position, Place> places) {
    List<Position> positions =
        group.positions().stream()
            .map(
                it ->
                    Optional.ofNullable(places.get(it))
                        .flatMap(peeks::known)
                        .map(it::with)
                        .orElse(it))
            .toList();
    return new GroupLook(group.group(), group.kind(), group.state(), group.members(), positions);
  }

  /** Where a group that is behind goes on. */
  private static Optional<Place> place(Position position) {
    Look look = position.look();
    if (look.lag().orElse(0) == 0) {
      return Optional.empty();
    }
    TopicPartition partition =
        new TopicPartition(position.partition().topic(), position.partition().number());
    long from = Math.max(look.committed().orElse(look.start()), look.start());
    return Optional.of(new Place(partition, from, look.end()));
  }

  @Override
  public void close() {
    peeks.close();
    admin.close(Duration.ZERO);
  }
}
