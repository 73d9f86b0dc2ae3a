package dev.influx.monitor.facts;

import dev.influx.runtime.Health;
import dev.influx.runtime.conservation.Conservation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What others know. Whatever they cannot tell they say with an exception that a person can read.
 */
public interface Neighbours {
  PolicyFacts policy();

  /** The newest first: those that are open, and a few that are over. */
  List<ReplayFacts> replays();

  /** The newest first. */
  List<SnapshotFacts> snapshots();

  DeadFacts dead();

  /** What became of the raw records; empty where no scorer has noted it. */
  Optional<Conservation> conservation();

  /** Letters of one reason, as JSON. */
  Object deadSample(String reason, int limit);

  /**
   * Everything about an author, as JSON.
   *
   * @param who an id, or a handle after an at sign
   */
  Optional<Object> author(String who);

  /** How parts are that run in this process, by name; the others are not named. */
  Map<String, Health> parts();

  /** How the scorer is put together, in words. */
  String topology();

  /** The same as a picture. */
  String topologySvg();
}
