package dev.influx.bench;

import dev.influx.bench.worker.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How one store of the scorer came back, round by round. */
record RecoveryRun(Level level, List<Comeback> crashes, List<Comeback> restarts) {

  /**
   * One end and one new beginning.
   *
   * @param downSeconds from the order to end until the process was gone
   * @param startSeconds from the start of the next process to the first new verdict
   * @param totalSeconds from the order to end to the first new verdict
   */
  record Comeback(double downSeconds, double startSeconds, double totalSeconds) {}

  static List<Double> values(List<Comeback> comebacks, ToDoubleFunction<Comeback> figure) {
    return comebacks.stream().map(figure::applyAsDouble).toList();
  }

  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("level", level.name());
    data.put(
        "kill_to_output_seconds",
        Figures.data(RecoveryRun.values(crashes, Comeback::totalSeconds)));
    data.put(
        "start_after_kill_to_output_seconds",
        Figures.data(RecoveryRun.values(crashes, Comeback::startSeconds)));
    data.put(
        "clean_stop_seconds", Figures.data(RecoveryRun.values(restarts, Comeback::downSeconds)));
    data.put(
        "start_after_stop_to_output_seconds",
        Figures.data(RecoveryRun.values(restarts, Comeback::startSeconds)));
    data.put(
        "stop_to_output_seconds",
        Figures.data(RecoveryRun.values(restarts, Comeback::totalSeconds)));
    return data;
  }
}
