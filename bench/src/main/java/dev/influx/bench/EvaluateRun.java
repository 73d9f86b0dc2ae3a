package dev.influx.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One run of {@code influx evaluate} as a process of its own, from its start to its end.
 *
 * @param lines that it wrote
 */
record EvaluateRun(
    Duration wall, Duration cpu, OptionalLong peakResidentBytes, long lines, int exitCode) {

  double seconds() {
    return wall.toNanos() / 1e9;
  }

  double cpuSeconds() {
    return cpu.toNanos() / 1e9;
  }

  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("wall_seconds", seconds());
    data.put("cpu_seconds", cpuSeconds());
    peakResidentBytes.ifPresent(bytes -> data.put("peak_resident_bytes", bytes));
    data.put("lines", lines);
    data.put("exit_code", exitCode);
    return data;
  }

  String summary() {
    return String.format(
        "%.2f s, %.2f s of CPU, %s MiB",
        seconds(),
        cpuSeconds(),
        peakResidentBytes.isPresent() ? peakResidentBytes.getAsLong() >> 20 : "?");
  }
}
