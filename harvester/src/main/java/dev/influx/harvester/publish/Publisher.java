package dev.influx.harvester.publish;

import dev.influx.harvester.plan.Settlement;
import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import java.util.Optional;
import java.util.Set;

/** Puts what became of authors where others read it. */
public interface Publisher extends AutoCloseable {

  /** Connects lazily: nothing happens before {@link #open}. */
  static Publisher to(
      KafkaConnection kafka, Registry registry, Topics topics, Origin origin, Repeats repeats) {
    return new KafkaPublisher(kafka, registry, topics, origin, repeats);
  }

  /**
   * Waits until registry, broker and topics are there.
   *
   * @return the outcomes that are published at present, by the key of their seed
   * @throws UnableToPublishException when waiting would not help
   */
  Set<String> open() throws InterruptedException;

  /**
   * Returns when everything is acknowledged.
   *
   * @throws UnableToPublishException when waiting would not help; some of it may be published
   */
  void publish(Settlement settlement) throws InterruptedException;

  /** What publishing waits for, if it does. */
  Optional<String> obstacle();

  /** Gives what is under way a moment to arrive, and lets go. */
  @Override
  void close();
}
