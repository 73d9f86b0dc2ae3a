package dev.influx.scorer.topology;

import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Health;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.Running;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.UnableToReachRegistryException;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.policies.Judge;
import dev.influx.scorer.policies.PolicyFollower;
import dev.influx.scorer.policies.PolicyInForce;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A scorer at work: waits for the registry, then runs the topology until it is closed. Its tasks
 * take up their work when the active policy is known, which is found out while they are restored.
 */
public final class Scorer implements Running {
  private static final Logger LOG = LoggerFactory.getLogger(Scorer.class);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(4);

  private static final Health UNKNOWN_POLICY =
      Health.busy("waiting to know which policy is active");

  private final KafkaStreams streams;
  private final SchemaWait schemas;
  private final PolicyInForce policies;
  private final Runnable forgetPolicies;
  private final RestoreWatch restores = new RestoreWatch(System::nanoTime);
  private final StreamsMetrics metrics;
  private volatile String failure;

  private Scorer(
      KafkaStreams streams,
      SchemaWait schemas,
      PolicyInForce policies,
      Runnable forgetPolicies,
      MeterRegistry meters) {
    this.streams = streams;
    this.schemas = schemas;
    this.policies = policies;
    this.forgetPolicies = forgetPolicies;
    this.metrics = StreamsMetrics.show(meters, streams::state, restores);
  }

  /**
   * A scorer by the active policy. Returns at once; {@link #health} says when it runs. The topics
   * must exist.
   *
   * @param policy judges where none is active
   */
  public static Scorer start(
      ScorerSettings settings,
      Policy policy,
      KafkaConnection kafka,
      Registry registry,
      Topics topics,
      MeterRegistry meters) {
    PolicyFollower follower = PolicyFollower.start(policy, kafka, registry, topics);
    try {
      Definition definition = new Definition(settings, kafka, registry, topics, meters);
      return start(definition, follower, follower::close);
    } catch (RuntimeException e) {
      follower.close();
      throw e;
    }
  }

  /** A scorer by one policy, whatever is active; the same otherwise. */
  public static Scorer startUnder(
      Policy policy,
      ScorerSettings settings,
      KafkaConnection kafka,
      Registry registry,
      Topics topics,
      MeterRegistry meters) {
    return start(
        new Definition(settings, kafka, registry, topics, meters),
        PolicyInForce.always(Evaluator.of(policy)),
        () -> {});
  }

  /** All but the policy. */
  private record Definition(
      ScorerSettings settings,
      KafkaConnection kafka,
      Registry registry,
      Topics topics,
      MeterRegistry meters) {

    ScorerTopology.Built topology(PolicyInForce policies) {
      return new ScorerTopology(topics, policies, settings.stores(), settings.forgotten())
          .build(registry, meters);
    }

    KafkaStreams streams(ScorerTopology.Built topology) {
      Properties properties = StreamsSettings.of(settings, kafka, topics, meters);
      return new KafkaStreams(topology.topology(), properties);
    }
  }

  private static Scorer start(
      Definition definition, PolicyInForce policies, Runnable forgetPolicies) {
    ScorerTopology.Built topology = definition.topology(policies);
    SchemaWait schemas = SchemaWait.begin(topology::warmUp);
    try {
      Scorer scorer =
          new Scorer(
              definition.streams(topology), schemas, policies, forgetPolicies, definition.meters());
      scorer.streams.setUncaughtExceptionHandler(scorer::onUncaught);
      scorer.streams.setGlobalStateRestoreListener(scorer.restores);
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
      if (cause instanceof CancellationException) {
        LOG.debug("closed before it was known which policy is active");
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
      }
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
      return OptionalLong.of(known().approximateNumEntries());
    } catch (InvalidStateStoreException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * What this instance knows of an author, as it is stored; empty where it knows nothing, and while
   * its partitions are on the move. Others may have the author.
   */
  public Optional<byte[]> author(String id) {
    try {
      return Optional.ofNullable(known().get(Bytes.wrap(id.getBytes(StandardCharsets.UTF_8))));
    } catch (InvalidStateStoreException e) {
      return Optional.empty();
    }
  }

  private ReadOnlyKeyValueStore<Bytes, byte[]> known() {
    return streams.store(
        StoreQueryParameters.fromNameAndType(
            ScorerTopology.AUTHORS, QueryableStoreTypes.<Bytes, byte[]>keyValueStore()));
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
      case RUNNING -> policies.isKnown() ? ready() : UNKNOWN_POLICY;
      case REBALANCING -> restores.now().map(Health::restoring).orElseGet(this::rebalancing);
      case PENDING_SHUTDOWN, NOT_RUNNING -> Health.busy("stopped");
      case PENDING_ERROR, ERROR -> Health.failed("Kafka Streams stopped with an error");
    };
  }

  private Health rebalancing() {
    return policies.isKnown() ? Health.busy("rebalancing") : UNKNOWN_POLICY;
  }

  /** A scorer that cannot read the active policy does its work all the same, and says so. */
  private Health ready() {
    Judge judge = policies.now();
    return judge
        .obstacle()
        .map(why -> "running, by " + judge.policy().getId() + ": " + why)
        .map(why -> new Health(Health.State.READY, why))
        .orElseGet(Health::ready);
  }

  @Override
  public void close() {
    schemas.close();
    metrics.close();
    forgetPolicies.run();
    if (!streams.close(PATIENCE_AT_CLOSE)) {
      LOG.warn("the scorer did not stop within {} s", PATIENCE_AT_CLOSE.toSeconds());
    }
  }
}
