package dev.influx.app.replay;

import dev.influx.app.pipe.Installation;
import dev.influx.runtime.Explained;
import dev.influx.runtime.files.DirectoryTree;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.replay.Replay;
import dev.influx.scorer.replay.Replay.State;
import dev.influx.scorer.replay.Shadow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Deletes what one replay made, and nothing else. */
public final class ReplayRemoval {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration TICK = Duration.ofMillis(250);

  private final Installation installation;
  private final Registry registry;
  private final Path states;

  /**
   * Prepares to remove.
   *
   * @param states the directory of the states of all replays on this machine
   */
  public ReplayRemoval(Installation installation, Registry registry, Path states) {
    this.installation = installation;
    this.registry = registry;
    this.states = states;
  }

  /** The topics that would go. */
  public List<String> topics(Replay replay) {
    try (ReplayCluster cluster = new ReplayCluster(installation)) {
      return shadow(replay).owned(cluster.topics());
    }
  }

  /**
   * Asks whoever works on it to stop, and removes it. May be done again if it did not come to its
   * end.
   */
  public Replay abort(Replay replay, ReplayLog log) throws InterruptedException {
    if (replay.state().isOver() && !topics(replay).isEmpty()) {
      remove(replay);
      return replay;
    }
    if (replay.state().isOver()) {
      throw new Explained(
          "the replay " + replay.id() + " cannot be aborted",
          "it is " + replay.state().action() + " since " + replay.since(),
          "see influx replay list",
          null);
    }
    Replay aborting = log.note(replay, State.ABORTING, "from " + replay.state().action());
    int removed = remove(aborting);
    return log.note(aborting, State.ABORTED, removed + " topics deleted");
  }

  /** Removes what is proven to be live now. */
  public Replay promoted(Replay replay, ReplayLog log, ReplayProof proof)
      throws InterruptedException {
    Replay promoted =
        log.note(replay, State.PROMOTED, proof.same() + " ids the same, none different");
    remove(promoted);
    return promoted;
  }

  /** How many topics there were. */
  private int remove(Replay replay) throws InterruptedException {
    Shadow shadow = shadow(replay);
    try (ReplayCluster cluster = new ReplayCluster(installation)) {
      awaitNobody(cluster, shadow.application());
      cluster.dismiss(shadow.application());
      List<String> owned = shadow.owned(cluster.topics());
      cluster.deleteTopics(owned);
      cluster.deleteGroup(shadow.application());
      shadow.topics().replayed(1).forEach(registry::unregister);
      deleteTree(shadow.directory(states));
      return owned.size();
    }
  }

  /** Who was killed stays a member for a while; that is no reason to wait for ever. */
  private static void awaitNobody(ReplayCluster cluster, String group) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (cluster.members(group) > 0 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(TICK.toMillis());
    }
  }

  private Shadow shadow(Replay replay) {
    return Shadow.of(installation.topics(), replay.id());
  }

  private static void deleteTree(Path directory) {
    try {
      DirectoryTree.delete(directory);
    } catch (IOException e) {
      throw new Explained(
          "the state of a replay could not be deleted",
          e.toString(),
          "delete " + directory + " by hand",
          e);
    }
  }
}
