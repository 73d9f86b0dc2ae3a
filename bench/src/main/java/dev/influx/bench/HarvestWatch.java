package dev.influx.bench;

import dev.influx.bench.harvest.Stage;
import dev.influx.bench.harvest.Stretch;
import dev.influx.bench.lab.ChildJvm;
import dev.influx.bench.measure.HostMeter;
import dev.influx.bench.measure.ProcessMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Looks at a running harvest until it is over. The harvester itself says when something failed. */
final class HarvestWatch {
  private static final long PAUSE_NANOS = 25_000_000;
  private static final List<Integer> PERCENTS = List.of(10, 50, 90, 100);
  private static final double WARM_UP = 0.2;

  private final ChildJvm harvester;
  private final ProcessMeter simulator;
  private final ProcessMeter broker;
  private final long handles;
  private final List<Stage> stages = new ArrayList<>();
  private final Map<Integer, Long> heaps = new TreeMap<>();
  private long requests;

  HarvestWatch(ChildJvm harvester, ProcessMeter simulator, ProcessMeter broker, long handles) {
    this.harvester = harvester;
    this.simulator = simulator;
    this.broker = broker;
    this.handles = handles;
  }

  void untilSettled() {
    long open = look();
    while (open > 0 || requests == 0) {
      LockSupport.parkNanos(PAUSE_NANOS);
      open = look();
      weigh(handles - open);
    }
  }

  /** Before the first request there is nothing to see. */
  private long look() {
    String[] progress = harvester.ask("progress").split(" ", 3);
    requests = Long.parseLong(progress[2]);
    if (requests > 0) {
      stages.add(
          new Stage(
              System.nanoTime(),
              Long.parseLong(progress[1]),
              harvester.meter().cpu(),
              simulator.cpu(),
              broker.cpu(),
              HostMeter.cpu()));
    }
    return requests > 0 ? Long.parseLong(progress[0]) : handles;
  }

  private void weigh(long settled) {
    for (int percent : PERCENTS) {
      if (settled * 100 >= handles * percent && !heaps.containsKey(percent)) {
        heaps.put(percent, Long.parseLong(harvester.ask("heap")));
      }
    }
  }

  long requests() {
    return requests;
  }

  Map<Integer, Long> heaps() {
    return heaps;
  }

  /** From the first request to the last acknowledgement. */
  Optional<Stretch> whole() {
    return Stretch.between(stages.get(0), last());
  }

  /** Once a fifth of the profiles is through, the JVMs know the way. */
  Optional<Stretch> warm() {
    return stages.stream()
        .filter(stage -> stage.profiles() >= WARM_UP * last().profiles())
        .findFirst()
        .flatMap(first -> Stretch.between(first, last()));
  }

  private Stage last() {
    return stages.get(stages.size() - 1);
  }
}
