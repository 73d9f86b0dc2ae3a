package dev.influx.monitor.sampling;

import dev.influx.monitor.lag.Look;
import dev.influx.monitor.lag.Partition;
import dev.influx.monitor.sampling.Answers.Answer;
import dev.influx.monitor.sampling.Groups.Group;
import dev.influx.monitor.sampling.Groups.Membership;
import dev.influx.runtime.CommitMetadata;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The answers to one look at groups, put together. */
final class Seen {
  private final Map<String, Group> groups;
  private final Map<String, Answer<Map<TopicPartition, OffsetAndMetadata>>> commits;
  private final Map<String, Membership> members;
  private final Map<String, Set<TopicPartition>> topics;
  private final Map<TopicPartition, Long> starts;
  private final Map<TopicPartition, Long> ends;
  private final Map<TopicPartition, Long> lastEnds;
  private final Map<TopicPartition, String> failures;

  /**
   * Asks in the order that keeps figures possible: what is committed, deleted or written in between
   * makes no lag negative and lets no log begin behind its end.
   */
  Seen(Admin admin, Answers answers, Map<String, Group> groups) throws UnableToLookException {
    Groups coordinators = new Groups(admin, answers);
    Logs leaders = new Logs(admin, answers);
    this.groups = groups;
    this.commits = coordinators.commits(groups.keySet());
    this.members = coordinators.members(groups.values());
    this.topics =
        leaders.partitions(
            groups.values().stream().flatMap(this::named).collect(Collectors.toSet()));
    List<TopicPartition> all = topics.values().stream().flatMap(Set::stream).toList();
    this.starts = leaders.starts(all);
    this.ends = leaders.ends(all);
    this.lastEnds = leaders.lastEnds(passed());
    this.failures = leaders.failures();
  }

  /** Partitions of which somebody has passed the end of committed transactions. */
  private Set<TopicPartition> passed() {
    return groups.values().stream()
        .flatMap(group -> committed(group).entrySet().stream())
        .filter(it -> ends.containsKey(it.getKey()))
        .filter(it -> it.getValue().offset() > ends.get(it.getKey()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Whoever reads open transactions passes that end, and that is no fault. */
  private boolean isBeyond(TopicPartition partition, OptionalLong commit) {
    return commit.isPresent()
        && commit.getAsLong() > lastEnds.getOrDefault(partition, Long.MAX_VALUE);
  }

  Collection<String> topics() {
    return topics.keySet();
  }

  /** Groups of which not all is known, and why. */
  Map<String, String> failed() {
    Map<String, String> failed = new TreeMap<>();
    for (Group group : groups.values()) {
      Answer<Map<TopicPartition, OffsetAndMetadata>> commit = commits.get(group.name());
      if (commit.value().isEmpty() && !commit.isGone()) {
        failed.put(group.name(), commit.why());
      }
      failures.keySet().stream()
          .filter(it -> reads(group, it))
          .findFirst()
          .ifPresent(it -> failed.put(group.name(), it + ": " + failures.get(it)));
    }
    return failed;
  }

  /** Those that are known whole and were not deleted meanwhile. */
  List<GroupLook> looks(Instant at, Retentions retentions) {
    Set<String> failed = failed().keySet();
    return groups.values().stream()
        .filter(it -> !failed.contains(it.name()) && commits.get(it.name()).value().isPresent())
        .map(it -> look(it, at, retentions))
        .toList();
  }

  private GroupLook look(Group group, Instant at, Retentions retentions) {
    Map<TopicPartition, OffsetAndMetadata> committed = committed(group);
    Membership membership = members.get(group.name());
    List<Position> positions =
        readBy(group).stream()
            .filter(it -> starts.containsKey(it) && ends.containsKey(it))
            .map(it -> position(it, at, Optional.ofNullable(committed.get(it)), retentions))
            .toList();
    return new GroupLook(
        group.name(), group.kind(), group.state(), ids(group, membership), positions);
  }

  /** Whoever chooses partitions itself is no member, and may be there all the same. */
  private static Optional<Set<String>> ids(Group group, Membership membership) {
    return Optional.ofNullable(membership)
        .map(it -> it.list().stream().map(Member::member).collect(Collectors.toSet()))
        .filter(ids -> !ids.isEmpty() || !group.simple());
  }

  /** Who has others share out the partitions of a topic is to read all of them. */
  private Set<TopicPartition> readBy(Group group) {
    Set<TopicPartition> read = new HashSet<>();
    named(group)
        .forEach(
            it -> {
              read.add(it);
              if (!group.simple()) {
                read.addAll(topics.getOrDefault(it.topic(), Set.of()));
              }
            });
    return read;
  }

  private boolean reads(Group group, TopicPartition partition) {
    return named(group)
        .anyMatch(
            it ->
                it.equals(partition) || (!group.simple() && it.topic().equals(partition.topic())));
  }

  private Stream<TopicPartition> named(Group group) {
    Membership membership = members.get(group.name());
    return Stream.concat(
        committed(group).keySet().stream(),
        membership == null ? Stream.of() : membership.assigned().stream());
  }

  private Map<TopicPartition, OffsetAndMetadata> committed(Group group) {
    Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    commits.get(group.name()).value().ifPresent(committed::putAll);
    committed.values().removeIf(it -> it == null);
    return committed;
  }

  private Position position(
      TopicPartition partition,
      Instant at,
      Optional<OffsetAndMetadata> commit,
      Retentions retentions) {
    OptionalLong offset =
        commit.map(it -> OptionalLong.of(it.offset())).orElse(OptionalLong.empty());
    Look look =
        new Look(
            at,
            starts.get(partition),
            ends.get(partition),
            offset,
            commit.flatMap(it -> CommitMetadata.read(it.metadata())));
    return new Position(
        new Partition(partition.topic(), partition.partition()),
        look,
        Optional.empty(),
        isBeyond(partition, offset),
        retentions.of(partition.topic()));
  }
}
