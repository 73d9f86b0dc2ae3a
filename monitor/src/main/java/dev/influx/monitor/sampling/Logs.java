package dev.influx.monitor.sampling;

import dev.influx.monitor.sampling.Answers.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** What the leaders of partitions say. */
final class Logs {
  private static final int TOPICS = 200;
  private static final int PARTITIONS = 1000;

  private final Admin admin;
  private final Answers answers;
  private final Map<TopicPartition, String> failures = new HashMap<>();

  Logs(Admin admin, Answers answers) {
    this.admin = admin;
    this.answers = answers;
  }

  /** Why partitions were not seen that exist. */
  Map<TopicPartition, String> failures() {
    return failures;
  }

  /**
   * The partitions of topics, as far as these exist and each has a leader: to ask for the offsets
   * of any other would be to wait in vain.
   */
  Map<String, Set<TopicPartition>> partitions(Set<TopicPartition> named)
      throws UnableToLookException {
    Map<String, Set<TopicPartition>> partitions = new HashMap<>();
    List<String> topics = named.stream().map(TopicPartition::topic).distinct().toList();
    for (List<String> batch : Answers.batches(topics, TOPICS)) {
      DescribeTopicsResult result =
          admin.describeTopics(batch, new DescribeTopicsOptions().timeoutMs(answers.leftMillis()));
      for (String topic : batch) {
        Answer<TopicDescription> answer = answers.to(result.topicNameValues().get(topic));
        if (answer.value().isPresent()) {
          partitions.put(topic, led(answer.value().get()));
        } else if (!answer.isGone()) {
          named.stream()
              .filter(it -> it.topic().equals(topic))
              .forEach(it -> failures.put(it, answer.why()));
        }
      }
    }
    return partitions;
  }

  private Set<TopicPartition> led(TopicDescription topic) {
    Set<TopicPartition> led = new HashSet<>();
    for (TopicPartitionInfo info : topic.partitions()) {
      TopicPartition partition = new TopicPartition(topic.name(), info.partition());
      if (info.leader() == null || info.leader().isEmpty()) {
        failures.put(partition, "has no leader");
      } else {
        led.add(partition);
      }
    }
    return led;
  }

  Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions)
      throws UnableToLookException {
    return offsets(partitions, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
  }

  /** The ends that readers of committed transactions can reach. */
  Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
      throws UnableToLookException {
    return offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
  }

  /** The ends that all others can reach. */
  Map<TopicPartition, Long> lastEnds(Collection<TopicPartition> partitions)
      throws UnableToLookException {
    return offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
  }

  private Map<TopicPartition, Long> offsets(
      Collection<TopicPartition> partitions, OffsetSpec which, IsolationLevel isolation)
      throws UnableToLookException {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (List<TopicPartition> batch : Answers.batches(new ArrayList<>(partitions), PARTITIONS)) {
      ListOffsetsResult result =
          admin.listOffsets(
              batch.stream().collect(Collectors.toMap(it -> it, it -> which)),
              new ListOffsetsOptions(isolation).timeoutMs(answers.leftMillis()));
      for (TopicPartition partition : batch) {
        Answer<ListOffsetsResult.ListOffsetsResultInfo> answer =
            answers.to(result.partitionResult(partition));
        answer.value().ifPresent(it -> offsets.put(partition, it.offset()));
        if (answer.value().isEmpty() && !answer.isGone()) {
          failures.put(partition, answer.why());
        }
      }
    }
    return offsets;
  }
}
