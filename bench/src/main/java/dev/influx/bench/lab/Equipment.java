package dev.influx.bench.lab;

import java.time.Duration;
import java.util.List;

/**
 * What a lab is furnished with.
 *
 * @param brokerMain runs broker and registry, says where they are, and ends with its input
 * @param heap of a worker, as the JVM's options say it, such as 2g
 */
public record Equipment(
    Class<?> brokerMain, int partitions, int threads, Duration commitInterval, String heap) {

  List<String> brokerOptions() {
    return List.of("-Xmx1g", "-XX:+UseG1GC");
  }

  /** The free ratios let a full collection give memory back, so that what is resident is needed. */
  List<String> workerOptions() {
    return List.of(
        "-Xmx" + heap, "-XX:+UseParallelGC", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30");
  }

  /** One line for people. */
  public String describe() {
    return partitions
        + " partitions, "
        + threads
        + " thread(s), commit every "
        + commitInterval.toMillis()
        + " ms; app JVM "
        + String.join(" ", workerOptions())
        + "; broker JVM "
        + String.join(" ", brokerOptions());
  }
}
