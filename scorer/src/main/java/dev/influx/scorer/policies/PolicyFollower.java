package dev.influx.scorer.policies;

import dev.influx.lists.policies.Policy;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.policies.PolicyBook;
import dev.influx.runtime.policies.PolicyFeed;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the active policy in force. One that cannot be read stops nothing: the one before stays in
 * force, and the reason is said.
 */
public final class PolicyFollower implements PolicyInForce, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyFollower.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Policy configured;
  private final PolicyFeed feed;
  private final CompletableFuture<Void> known;
  private volatile Judge judge;

  private PolicyFollower(
      Policy configured, KafkaConnection kafka, Registry registry, Topics topics) {
    this.configured = configured;
    this.feed = PolicyFeed.follow(kafka, registry, topics, this::learn);
    this.known = feed.upToNow();
  }

  /**
   * Begins to read at once; nobody judges before {@link #await} is over.
   *
   * @param configured judges where none is active
   */
  public static PolicyFollower start(
      Policy configured, KafkaConnection kafka, Registry registry, Topics topics) {
    return new PolicyFollower(configured, kafka, registry, topics);
  }

  @Override
  public boolean isKnown() {
    return judge != null;
  }

  @Override
  public void await() {
    known.join();
  }

  @Override
  public Judge now() {
    return judge;
  }

  /** Whoever does not answer in time is not waited for: what is known goes on being so. */
  @Override
  public Judge upToDate() {
    try {
      feed.upToNow().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("whether another policy is active could not be found out in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return judge;
  }

  /** On the thread of the feed. */
  private void learn(PolicyBook book) {
    Judge before = judge;
    Judge after = Succession.after(Optional.ofNullable(before), configured, book);
    if (after != before) {
      judge = after;
      announce(after, book);
    }
  }

  private static void announce(Judge judge, PolicyBook book) {
    String id = judge.policy().getId();
    judge
        .obstacle()
        .ifPresentOrElse(
            why -> LOG.error("judging by {}, because {}", id, why),
            () ->
                LOG.info(
                    "judging by {}, {}",
                    id,
                    book.active().isPresent() ? "which is active" : "as configured"));
  }

  @Override
  public void close() {
    known.cancel(false);
    feed.close();
  }
}
