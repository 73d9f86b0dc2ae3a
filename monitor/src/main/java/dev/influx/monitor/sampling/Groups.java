package dev.influx.monitor.sampling;

import dev.influx.monitor.sampling.Answers.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeStreamsGroupsOptions;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListGroupsResult;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment;
import org.apache.kafka.clients.admin.StreamsGroupMemberDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What the coordinators of groups say. */
final class Groups {
  private static final int BATCH = 100;
  private static final String STREAMS = "streams";

  private final Admin admin;
  private final Answers answers;

  Groups(Admin admin, Answers answers) {
    this.admin = admin;
    this.answers = answers;
  }

  /**
   * Those that read topics.
   *
   * @param failures of brokers that did not list theirs
   */
  record Listed(Map<String, Group> groups, List<String> failures) {}

  /**
   * One of them.
   *
   * @param simple whether its consumers choose their partitions themselves
   */
  record Group(String name, String kind, String state, boolean simple) {
    boolean isStreams() {
      return kind.equals(STREAMS);
    }
  }

  /** Who is in a group, and what is theirs to read. */
  record Membership(List<Member> list, Set<TopicPartition> assigned) {}

  Listed list(Predicate<String> wanted) throws UnableToLookException {
    ListGroupsResult result =
        admin.listGroups(new ListGroupsOptions().timeoutMs(answers.leftMillis()));
    Collection<GroupListing> listings = answers.required(result.valid());
    Collection<Throwable> errors = answers.required(result.errors());
    if (listings.isEmpty() && !errors.isEmpty()) {
      Throwable first = errors.iterator().next();
      throw new UnableToLookException(first.getMessage(), first);
    }
    Map<String, Group> groups = new TreeMap<>();
    for (GroupListing listing : listings) {
      kind(listing)
          .filter(kind -> wanted.test(listing.groupId()))
          .ifPresent(kind -> groups.put(listing.groupId(), group(listing, kind)));
    }
    return new Listed(groups, errors.stream().map(Throwable::getMessage).toList());
  }

  private static Group group(GroupListing listing, String kind) {
    String state =
        listing.groupState().map(GroupState::toString).orElse("unknown").toLowerCase(Locale.ROOT);
    return new Group(listing.groupId(), kind, state, listing.isSimpleConsumerGroup());
  }

  /** Brokers before 3.8 do not tell types; classic groups may also be of Connect or others. */
  private static Optional<String> kind(GroupListing listing) {
    GroupType type = listing.type().orElse(GroupType.CLASSIC);
    boolean consumes = listing.protocol().equals("consumer") || listing.protocol().isEmpty();
    return switch (type) {
      case STREAMS -> Optional.of(STREAMS);
      case CONSUMER -> Optional.of("consumer");
      case CLASSIC, UNKNOWN -> consumes ? Optional.of("classic") : Optional.empty();
      case SHARE -> Optional.empty();
    };
  }

  /** What each has committed; a partition that a group knows of and has not committed is absent. */
  Map<String, Answer<Map<TopicPartition, OffsetAndMetadata>>> commits(Collection<String> groups)
      throws UnableToLookException {
    Map<String, Answer<Map<TopicPartition, OffsetAndMetadata>>> commits = new HashMap<>();
    for (List<String> batch : Answers.batches(List.copyOf(groups), BATCH)) {
      ListConsumerGroupOffsetsResult result =
          admin.listConsumerGroupOffsets(
              batch.stream()
                  .collect(Collectors.toMap(it -> it, it -> new ListConsumerGroupOffsetsSpec())),
              new ListConsumerGroupOffsetsOptions().timeoutMs(answers.leftMillis()));
      for (String group : batch) {
        commits.put(group, answers.to(result.partitionsToOffsetAndMetadata(group)));
      }
    }
    return commits;
  }

  /** Groups of which nobody could tell are absent. */
  Map<String, Membership> members(Collection<Group> groups) throws UnableToLookException {
    Map<String, Membership> members = new HashMap<>();
    for (List<String> batch : Answers.batches(names(groups, false), BATCH)) {
      add(
          members,
          admin
              .describeConsumerGroups(
                  batch, new DescribeConsumerGroupsOptions().timeoutMs(answers.leftMillis()))
              .describedGroups(),
          Groups::membership);
    }
    for (List<String> batch : Answers.batches(names(groups, true), BATCH)) {
      add(
          members,
          admin
              .describeStreamsGroups(
                  batch, new DescribeStreamsGroupsOptions().timeoutMs(answers.leftMillis()))
              .describedGroups(),
          Groups::membership);
    }
    return members;
  }

  private static List<String> names(Collection<Group> groups, boolean streams) {
    return groups.stream().filter(it -> it.isStreams() == streams).map(Group::name).toList();
  }

  private <T> void add(
      Map<String, Membership> members,
      Map<String, KafkaFuture<T>> described,
      Function<T, Membership> membership)
      throws UnableToLookException {
    for (Map.Entry<String, KafkaFuture<T>> group : described.entrySet()) {
      answers
          .to(group.getValue())
          .value()
          .map(membership)
          .ifPresent(it -> members.put(group.getKey(), it));
    }
  }

  private static Membership membership(ConsumerGroupDescription group) {
    Set<TopicPartition> assigned =
        group.members().stream()
            .flatMap(member -> member.assignment().topicPartitions().stream())
            .collect(Collectors.toSet());
    return new Membership(group.members().stream().map(Groups::member).toList(), assigned);
  }

  private static Member member(MemberDescription member) {
    return new Member(
        member.consumerId(),
        member.clientId(),
        member.host(),
        member.assignment().topicPartitions().stream().map(TopicPartition::toString).toList());
  }

  private static Membership membership(StreamsGroupDescription group) {
    Map<String, List<String>> topics = new HashMap<>();
    group
        .subtopologies()
        .forEach(
            it -> {
              List<String> sources = new ArrayList<>(it.sourceTopics());
              sources.addAll(it.repartitionSourceTopics().keySet());
              topics.put(it.subtopologyId(), sources);
            });
    List<Member> members = new ArrayList<>();
    Set<TopicPartition> assigned = new HashSet<>();
    for (StreamsGroupMemberDescription member : group.members()) {
      Set<TopicPartition> own = assigned(member, topics);
      assigned.addAll(own);
      members.add(
          new Member(
              member.memberId(),
              member.clientId(),
              member.clientHost(),
              own.stream().map(TopicPartition::toString).toList()));
    }
    return new Membership(members, assigned);
  }

  private static Set<TopicPartition> assigned(
      StreamsGroupMemberDescription member, Map<String, List<String>> topics) {
    Set<TopicPartition> assigned = new HashSet<>();
    for (StreamsGroupMemberAssignment.TaskIds task : member.assignment().activeTasks()) {
      for (String topic : topics.getOrDefault(task.subtopologyId(), List.of())) {
        task.partitions().forEach(it -> assigned.add(new TopicPartition(topic, it)));
      }
    }
    return assigned;
  }
}
