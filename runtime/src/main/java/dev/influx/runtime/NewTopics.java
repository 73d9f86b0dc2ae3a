package dev.influx.runtime;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Topics that the controller has just made, until the brokers know of them. */
public final class NewTopics {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final Admin admin;

  public NewTopics(Admin admin) {
    this.admin = admin;
  }

  /** Returns when the broker that is asked can say who leads each of their partitions. */
  public void await(Collection<String> names, Duration patience)
      throws ExecutionException, InterruptedException, TimeoutException {
    long start = System.nanoTime();
    while (!known(names)) {
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new TimeoutException("the brokers do not know the topics " + names);
      }
      TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
    }
  }

  private boolean known(Collection<String> names) throws ExecutionException, InterruptedException {
    try {
      return names.isEmpty()
          || admin.describeTopics(names).allTopicNames().get().values().stream()
              .allMatch(NewTopics::isLed);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw e;
    }
  }

  private static boolean isLed(TopicDescription topic) {
    return topic.partitions().stream().allMatch(partition -> partition.leader() != null);
  }
}
