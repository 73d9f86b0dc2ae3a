package dev.influx.scorer.replay;

import dev.influx.lists.policies.Policy;
import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.topology.Scorer;
import dev.influx.scorer.topology.ScorerSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that a replay makes, by name: topics, an application, and a directory on each machine that
 * takes part. Nothing else belongs to it, and none of this to anybody else.
 */
public record Shadow(Topics topics, String application) {
  private static final List<String> LOGS = List.of("-changelog", "-repartition");

  /** That of a replay in an installation. */
  public static Shadow of(Topics live, String replay) {
    if (!ReplayPlan.ID.matcher(replay).matches()) {
      throw new IllegalArgumentException("no name of a replay: " + replay);
    }
    return new Shadow(live.shadow(replay), live.prefix() + "replay." + replay);
  }

  /** Whether a topic of the cluster is one that the replay made, itself or for its state. */
  public boolean owns(String topic) {
    return topics.replayed(1).stream().anyMatch(spec -> spec.name().equals(topic))
        || (topic.startsWith(application + "-") && LOGS.stream().anyMatch(topic::endsWith));
  }

  public List<String> owned(Collection<String> ofCluster) {
    return ofCluster.stream().filter(this::owns).sorted().toList();
  }

  /** What will be made, for a person to read. */
  public List<String> names() {
    return Stream.concat(
            topics.replayed(1).stream().map(spec -> "topic " + spec.name()),
            Stream.of(
                "topics " + application + "-*-changelog",
                "group " + application,
                "subjects of these topics"))
        .toList();
  }

  public Path directory(Path ofReplays) {
    return ofReplays.resolve(application);
  }

  /**
   * A scorer like the live one, over the observations of the plan, whatever policy is active.
   *
   * @param live the settings of a scorer of the installation
   * @param excluded authors whom it does not learn of
   */
  public Scorer start(
      Start start, ReplayPlan plan, ScorerSettings live, Predicate<String> excluded) {
    Map<String, String> streams = new HashMap<>(live.streams());
    streams.putAll(ReplayWindow.settings(plan, start.recordsPerSecond()));
    ScorerSettings settings =
        new ScorerSettings(
            application,
            live.instance(),
            directory(start.directory()),
            live.threads(),
            live.stores(),
            live.commitInterval(),
            streams,
            excluded);
    return Scorer.startUnder(
        start.policy(), settings, start.kafka(), start.registry(), topics, start.meters());
  }

  /** Before its scorer in this process is closed: a slow one would not stop in time. */
  public void release() {
    Throttle.release(application);
  }

  /**
   * What a scorer is started with besides its settings.
   *
   * @param directory of the states of all replays on this machine
   * @param recordsPerSecond of this instance, at most
   */
  public record Start(
      Policy policy,
      KafkaConnection kafka,
      Registry registry,
      MeterRegistry meters,
      Path directory,
      Optional<Long> recordsPerSecond) {}
}
