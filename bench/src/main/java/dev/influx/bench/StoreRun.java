package dev.influx.bench;

import dev.influx.bench.measure.Throughput;
import dev.influx.bench.worker.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One store of the scorer.
 *
 * @param authors in its state at the end
 * @param restored records of the changelog that a start without state on disk reads back
 * @param restoreSeconds from the start of that process until it runs with everything restored
 * @param readySeconds the same for a start on what a clean stop left on disk
 * @param idleSeconds the same with nothing to restore: what is left of the others is the restore
 */
record StoreRun(
    Level level,
    Optional<Throughput> throughput,
    long authors,
    long restored,
    double restoreSeconds,
    double readySeconds,
    double idleSeconds,
    Memory idle,
    Memory full) {

  /** Of one process, after a full collection; no resident memory where the system is silent. */
  record Memory(long heapBytes, Optional<Long> residentBytes) {}

  /** Without the time that any start takes; empty when the restore is lost in it. */
  Optional<Double> restoredPerSecond() {
    double seconds = restoreSeconds - idleSeconds;
    return seconds > 0 ? Optional.of(restored / seconds) : Optional.empty();
  }

  double heapPerAuthor() {
    return (full.heapBytes() - idle.heapBytes()) / (double) authors;
  }

  Optional<Double> residentPerAuthor() {
    return full.residentBytes()
        .flatMap(after -> idle.residentBytes().map(before -> (after - before) / (double) authors));
  }

  String summary() {
    return level.title()
        + ": "
        + Figures.whole(throughput.map(Throughput::recordsPerSecond))
        + " records/s, restored in "
        + Figures.decimals(Optional.of(restoreSeconds))
        + " s";
  }

  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("level", level.name());
    throughput.ifPresent(measured -> data.put("throughput", measured.data()));
    data.put("authors", authors);
    data.put("restored_records", restored);
    data.put("idle_start_seconds", idleSeconds);
    data.put("clean_start_seconds", readySeconds);
    data.put("restore_start_seconds", restoreSeconds);
    restoredPerSecond().ifPresent(rate -> data.put("restored_records_per_second", rate));
    data.put("heap_bytes_per_author", heapPerAuthor());
    residentPerAuthor().ifPresent(bytes -> data.put("resident_bytes_per_author", bytes));
    return data;
  }
}
