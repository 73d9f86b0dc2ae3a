package dev.influx.bench;

import dev.influx.bench.lab.Audit;
import dev.influx.bench.measure.Throughput;
import dev.influx.bench.worker.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One level, run once over the whole input.
 *
 * @param outcomes how many inputs had which outcome; empty for the copy loop
 * @param outputs what a reader of committed records finds, by topic
 * @param gap inputs that have come to no result, by the account of the scorer; a loop keeps none
 */
record PipeRun(
    Level level,
    Optional<Throughput> throughput,
    OptionalLong peakResidentBytes,
    long heapBytes,
    Map<String, Long> outcomes,
    Map<String, Audit> outputs,
    OptionalLong gap) {

  /** One line for people who wait. */
  String summary() {
    return level.title()
        + ": "
        + Figures.whole(throughput.map(Throughput::recordsPerSecond))
        + " records/s";
  }

  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("level", level.name());
    throughput.ifPresent(measured -> data.put("throughput", measured.data()));
    peakResidentBytes.ifPresent(bytes -> data.put("peak_resident_bytes", bytes));
    data.put("heap_after_gc_bytes", heapBytes);
    data.put("outcomes", outcomes);
    data.put("outputs", outputs);
    gap.ifPresent(records -> data.put("gap_records", records));
    return data;
  }
}
