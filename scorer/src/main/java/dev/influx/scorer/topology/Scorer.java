package dev.influx.scorer.topology;

import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Health;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.Running;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.UnableToReachRegistryException;
import dev.influx.scorer.evaluation.Evaluator;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A scorer at work: waits for the registry, then runs the topology until it is closed. */
public final class Scorer implements Running {
  private static final Logger LOG = LoggerFactory.getLogger(Scorer.class);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(4);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final KafkaStreams streams;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread starter;
  private volatile Health before = Health.busy("waiting for the schema registry");
  private volatile String failure;

  private Scorer(KafkaStreams streams, ScorerTopology.Built topology) {
    this.streams = streams;
    this.starter = new Thread(() -> startWhenReady(topology), "influx-scorer-start");
  }

  /** Returns at once; {@link #health} says when it runs. The topics must exist. */
  public static Scorer start(
      ScorerSettings settings,
      Policy policy,
      KafkaConnection kafka,
      Registry registry,
      Topics topics,
      MeterRegistry meters) {
    ScorerTopology.Built topology =
        new ScorerTopology(topics, Evaluator.of(policy), settings.stores()).build(registry, meters);
    KafkaStreams streams =
        new KafkaStreams(topology.topology(), StreamsSettings.of(settings, kafka, topics, meters));
    Scorer scorer = new Scorer(streams, topology);
    streams.setUncaughtExceptionHandler(scorer::onUncaught);
    scorer.starter.setDaemon(true);
    scorer.starter.start();
    return scorer;
  }

  private void startWhenReady(ScorerTopology.Built topology) {
    for (boolean first = true; closed.getCount() > 0; first = false) {
      try {
        topology.warmUp();
        streams.start();
        return;
      } catch (UnableToReachRegistryException e) {
        if (first) {
          LOG.warn("{}; waiting for it", e.getMessage());
        }
        before = Health.busy(e.getMessage());
        pause();
      } catch (RuntimeException e) {
        LOG.error("the scorer could not start", e);
        failure = e.getMessage();
        return;
      }
    }
  }

  /** Ends early when the scorer is closed. */
  private void pause() {
    try {
      closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What passes by itself is tried again on a fresh thread, from the last committed state. Anything
   * else would fail again for ever: the client stops, and its supervisor decides.
   */
  private StreamThreadExceptionResponse onUncaught(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnableToReachRegistryException || cause instanceof RetriableException) {
        LOG.warn("scoring goes on with a new thread after: {}", cause.getMessage());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
      }
    }
    LOG.error("the scorer stops", thrown);
    failure = thrown.getMessage();
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** How many authors this instance knows; empty while its partitions are on the move. */
  public OptionalLong authors() {
    try {
      return OptionalLong.of(
          streams
              .store(
                  StoreQueryParameters.fromNameAndType(
                      ScorerTopology.AUTHORS, QueryableStoreTypes.<Bytes, byte[]>keyValueStore()))
              .approximateNumEntries());
    } catch (InvalidStateStoreException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public String name() {
    return "scorer";
  }

  @Override
  public Health health() {
    if (failure != null) {
      return Health.failed(failure);
    }
    return switch (streams.state()) {
      case CREATED -> before;
      case RUNNING -> Health.ready();
      case REBALANCING -> Health.busy("rebalancing or restoring");
      case PENDING_SHUTDOWN, NOT_RUNNING -> Health.busy("stopped");
      case PENDING_ERROR, ERROR -> Health.failed("Kafka Streams stopped with an error");
    };
  }

  @Override
  public void close() {
    closed.countDown();
    if (!streams.close(PATIENCE_AT_CLOSE)) {
      LOG.warn("the scorer did not stop within {} s", PATIENCE_AT_CLOSE.toSeconds());
    }
  }
}
