package dev.influx.app.pipe;

import dev.influx.monitor.service.RunningMonitor;
import dev.influx.runtime.Health;
import java.util.Map;
import java.util.function.Supplier;

/** Starts the monitor of a pipe. */
@FunctionalInterface
public interface MonitorSource {

  /**
   * Begins at once.
   *
   * @param parts how the parts of the pipe are, by name
   */
  RunningMonitor start(
      Installation installation,
      RunningMonitor.Connections connections,
      Supplier<Map<String, Health>> parts);
}
