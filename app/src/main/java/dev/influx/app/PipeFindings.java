package dev.influx.app;

import dev.influx.app.pipe.PublishedList;
import dev.influx.app.pipe.Wiring;
import dev.influx.monitor.ClusterLag;
import dev.influx.monitor.Objectives.Finding;
import dev.influx.monitor.PipeRules;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.runtime.Explained;
import dev.influx.runtime.conservation.Conservation;
import dev.influx.scorer.replay.Replay;
import dev.influx.scorer.replay.Shadow;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/**
 * Holds an installation against the rules that are about more than lag. A rule of which the data is
 * not there is left out, and it is said why.
 */
final class PipeFindings implements AutoCloseable {
  private static final List<String> OF_TOPICS =
      List.of("gap", "letters", "policy", "rejections", "replay", "snapshot");

  private final ReplayWork work;
  private final PageFacts facts;
  private final MonitorProbe monitor;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, String> leftOut = new TreeMap<>();
  private Optional<Conservation> before = Optional.empty();

  PipeFindings(Session session, ReplayWork work, MonitorProbe monitor) {
    this.work = work;
    this.facts = new PageFacts(session, work, Map::of);
    this.monitor = monitor;
  }

  /** Remembers what will be compared with what comes meanwhile. */
  void begin() {
    try {
      work.installation().requireTopics();
      before = facts.conservation();
    } catch (Explained e) {
      OF_TOPICS.forEach(rule -> leftOut.put(rule, e.what()));
    }
  }

  /** Applies all rules for which there is something to look at. */
  void end(ClusterLag lag, Instant now) {
    PipeRules rules = new PipeRules(now);
    apply("gap", () -> gap(rules));
    apply("letters", () -> rules.letters(facts.dead()));
    apply("snapshot", () -> snapshot(rules, lag));
    apply("policy", () -> rules.policy(facts.policy()));
    apply("replay", () -> replays(rules, lag));
    apply("collector", () -> collector(rules));
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Why rules were not applied, by their names. */
  Map<String, String> leftOut() {
    return leftOut;
  }

  private void apply(String rule, Supplier<List<Finding>> look) {
    if (leftOut.containsKey(rule)) {
      return;
    }
    try {
      findings.addAll(look.get());
    } catch (Explained e) {
      leftOut.put(rule, e.what() + ": " + e.why());
    } catch (KafkaException e) {
      leftOut.put(rule, e.getMessage());
    }
  }

  private List<Finding> gap(PipeRules rules) {
    Optional<Conservation> now = facts.conservation();
    if (now.isEmpty()) {
      leftOut.put("gap", "no scorer has noted what became of the raw records");
      leftOut.put("rejections", "no scorer has noted what became of the raw records");
      return List.of();
    }
    List<Finding> found = new ArrayList<>(rules.gap(now.get()));
    before.ifPresent(earlier -> found.addAll(rules.rejections(earlier, now.get())));
    return found;
  }

  private List<Finding> snapshot(PipeRules rules, ClusterLag lag) {
    Optional<GroupLag> sink = group(lag, Wiring.sinkGroup(work.installation()));
    if (sink.isEmpty()) {
      leftOut.put("snapshot", "no sink has committed anything");
    }
    return sink.map(it -> rules.snapshot(it, PublishedList.in(work.data()).reason()))
        .orElseGet(List::of);
  }

  private List<Finding> replays(PipeRules rules, ClusterLag lag) {
    List<Finding> found = new ArrayList<>();
    for (Replay replay : work.log().all().values()) {
      if (replay.state() == Replay.State.RUNNING) {
        Shadow shadow = Shadow.of(work.installation().topics(), replay.id());
        group(lag, shadow.application())
            .ifPresent(group -> found.addAll(rules.replay(replay.id(), group)));
      }
    }
    return found;
  }

  private List<Finding> collector(PipeRules rules) {
    try {
      return rules.collector(monitor.lastSuccess());
    } catch (IOException e) {
      leftOut.put("collector", "no monitor answers at " + monitor.uri());
      return List.of();
    }
  }

  private static Optional<GroupLag> group(ClusterLag lag, String name) {
    return lag.groups().stream().filter(it -> it.group().equals(name)).findFirst();
  }

  @Override
  public void close() throws IOException {
    work.close();
  }
}
