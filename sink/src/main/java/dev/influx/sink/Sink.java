package dev.influx.sink;

import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.sink.Follower.Surroundings;
import dev.influx.sink.Materialiser.Publisher;
import dev.influx.sink.Standing.Phase;
import dev.influx.sink.files.PublishDirectory;
import dev.influx.sink.index.UnableToIndexException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a sink: connects, follows the topics, and starts over from their beginning whenever
 * Kafka fails in a way that a consumer does not mend itself.
 */
public final class Sink {
  private static final Logger LOG = LoggerFactory.getLogger(Sink.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final SinkSettings settings;
  private final KafkaConnection kafka;
  private final Topics topics;
  private final ChangeReader reader;
  private final PublishDirectory directory;
  private final SinkMetrics metrics;
  private final Clock clock;
  private final Troubles troubles = new Troubles();
  private final StopSignal stop = new StopSignal();
  private final Standing standing = new Standing(troubles);

  private Sink(
      SinkSettings settings,
      KafkaConnection kafka,
      Registry registry,
      Topics topics,
      MeterRegistry meters,
      Clock clock) {
    this.settings = settings;
    this.kafka = kafka;
    this.topics = topics;
    this.reader = new ChangeReader(topics, registry, settings.recheck());
    this.directory = PublishDirectory.open(settings.dataDir());
    this.metrics = new SinkMetrics(meters, clock);
    this.clock = clock;
  }

  /**
   * Takes the directory and returns; connecting and reading go on behind, for as long as it takes.
   * The registry and the meters remain the caller's to close.
   *
   * @throws dev.influx.sink.files.UnableToOpenPublishDirectoryException if the directory cannot be
   *     written, or another sink has it
   */
  public static RunningSink start(
      SinkSettings settings,
      KafkaConnection kafka,
      Registry registry,
      Topics topics,
      MeterRegistry meters,
      Clock clock) {
    return new Sink(settings, kafka, registry, topics, meters, clock).start();
  }

  private RunningSink start() {
    directory.current().ifPresent(metrics::show);
    Thread thread = new Thread(this::run, "influx-sink");
    thread.setDaemon(true);
    thread.start();
    return new RunningSink(thread, stop, standing, directory, clock);
  }

  private void run() {
    try {
      while (!stop.given()) {
        attempt();
      }
      standing.enter(Phase.STOPPED);
    } catch (RuntimeException | Error e) {
      LOG.error("the sink stops", e);
      standing.fail("the sink stopped: " + e);
    } finally {
      release();
    }
  }

  private void attempt() {
    standing.enter(Phase.CONNECTING);
    try (JudgedTopics open = stop.interrupting(this::connect);
        Materialiser list = materialiser(open)) {
      troubles.settle(Troubles.Kind.BROKER);
      follower(open, list).run();
    } catch (KafkaException e) {
      if (!stop.given()) {
        troubles.raise(Troubles.Kind.BROKER, JudgedTopics.explain(kafka, e));
        stop.pause(PAUSE);
      }
    } catch (UnableToIndexException e) {
      if (!stop.given()) {
        troubles.raise(Troubles.Kind.DISK, e.what() + ", trying again: " + e.why());
        stop.pause(PAUSE);
      }
    }
  }

  private JudgedTopics connect() {
    return JudgedTopics.open(
        kafka, settings.groupId(), List.of(topics.accepted(), topics.rejected()));
  }

  private Materialiser materialiser(JudgedTopics open) {
    return new Materialiser(
        new Publisher(directory, metrics, troubles),
        settings.publishing(),
        clock,
        open.beginning());
  }

  private Follower follower(JudgedTopics open, Materialiser list) {
    return new Follower(
        open,
        reader,
        list,
        settings.publishing().interval(),
        new Surroundings(stop, troubles, standing, new RequestDesk(directory)));
  }

  private void release() {
    metrics.close();
    try {
      directory.close();
    } catch (IOException e) {
      LOG.warn("the lock of {} could not be released: {}", settings.dataDir(), e.getMessage());
    }
  }
}
