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
import java.util.Properties;
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

  private final KafkaStreams streams;
  private final SchemaWait schemas;
  private volatile String failure;

  private Scorer(KafkaStreams streams, SchemaWait schemas) {
    this.streams = streams;
    this.schemas = schemas;
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
        new ScorerTopology(topics, Evaluator.of(policy), settings.stores(), settings.forgotten())
            .build(registry, meters);
    SchemaWait schemas = SchemaWait.begin(topology::warmUp);
    try {
      Properties properties = StreamsSettings.of(settings, kafka, topics, meters);
      Scorer scorer = new Scorer(new KafkaStreams(topology.topology(), properties), schemas);
      scorer.streams.setUncaughtExceptionHandler(scorer::onUncaught);
      schemas.whenAnswered(scorer.streams::start, scorer::onFailedStart);
      return scorer;
    } catch (RuntimeException e) {
      schemas.close();
      throw e;
    }
  }

  private void onFailedStart(Throwable thrown) {
    LOG.error("the scorer could not start", thrown);
    failure = thrown.getMessage();
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
      case CREATED -> schemas.health();
      case RUNNING -> Health.ready();
      case REBALANCING -> Health.busy("rebalancing or restoring");
      case PENDING_SHUTDOWN, NOT_RUNNING -> Health.busy("stopped");
      case PENDING_ERROR, ERROR -> Health.failed("Kafka Streams stopped with an error");
    };
  }

  @Override
  public void close() {
    schemas.close();
    if (!streams.close(PATIENCE_AT_CLOSE)) {
      LOG.warn("the scorer did not stop within {} s", PATIENCE_AT_CLOSE.toSeconds());
    }
  }
}
