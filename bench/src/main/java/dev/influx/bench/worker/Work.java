package dev.influx.bench.worker;

import dev.influx.runtime.Running;
import java.util.Map;

/** One level at work. */
interface Work extends Running {

  /** How many inputs had which outcome; empty where nothing is judged. */
  Map<String, Long> outcomes();
}
