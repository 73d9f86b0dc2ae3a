package dev.influx.monitor.board;

import dev.influx.monitor.ClusterLag;
import dev.influx.monitor.LagMonitor.Looks;
import dev.influx.monitor.web.EventStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** How the monitor itself is. */
final class Collector {

  private final Duration interval;
  private final Instant started;
  private long cpuBefore;
  private Instant before;

  Collector(Duration interval, Instant started) {
    this.interval = interval;
    this.started = started;
    this.before = started;
  }

  /** Which of the three states a look at the cluster leaves it in. */
  static String state(ClusterLag lag) {
    return lag.stale().isPresent() ? "stale" : lag.at().isPresent() ? "ok" : "starting";
  }

  Map<String, Object> json(Moment now, Looks looks, EventStream events, LagSeries series) {
    Runtime runtime = Runtime.getRuntime();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", state(now.lag()));
    json.put("interval_seconds", interval);
    json.put("last_success_at", now.lag().at());
    json.put("last_look_seconds", looks.last());
    json.put("looks", looks.all());
    json.put("failures", looks.failures());
    json.put("last_failure", looks.lastFailure());
    json.put("groups", now.lag().groups().size());
    json.put(
        "partitions", now.lag().groups().stream().mapToInt(it -> it.partitions().size()).sum());
    json.put("sse_clients", events.clients());
    json.put("sse_clients_max", events.mostClients());
    json.put("history_from", series.from());
    json.put("history_points", series.size());
    json.put("heap_bytes", runtime.totalMemory() - runtime.freeMemory());
    json.put("cpu_ratio", cpu(now.at()));
    json.put("started_at", started);
    return json;
  }

  /** Of one core, by this process, since the last time. */
  private OptionalDouble cpu(Instant now) {
    if (!(ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system)) {
      return OptionalDouble.empty();
    }
    long cpu = system.getProcessCpuTime();
    long elapsed = Duration.between(before, now).toNanos();
    boolean known = cpu > 0 && cpuBefore > 0 && elapsed > 0;
    double ratio = (double) (cpu - cpuBefore) / Math.max(1, elapsed);
    cpuBefore = cpu;
    before = now;
    return known ? OptionalDouble.of(ratio) : OptionalDouble.empty();
  }
}
