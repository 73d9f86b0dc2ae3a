package dev.influx.bench;

import dev.influx.bench.harvest.Stretch;
import dev.influx.bench.lab.Audit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One harvest over the whole list.
 *
 * @param whole from the first request to the last acknowledgement
 * @param warm the same without its first fifth
 * @param heaps what was reachable after so many percent of the list
 * @param outcomes how many handles had which
 * @param raw what a reader finds in the raw topic
 */
record HarvestRun(
    Optional<Stretch> whole,
    Optional<Stretch> warm,
    long requests,
    Map<Integer, Long> heaps,
    OptionalLong peakResidentBytes,
    long journalBytes,
    Map<String, Long> outcomes,
    Audit raw) {

  long settled() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  long found() {
    return outcomes.getOrDefault("found", 0L);
  }

  /** One line for people who wait. */
  String summary() {
    return Figures.whole(whole.map(Stretch::profilesPerSecond)) + " profiles/s";
  }

  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    whole.ifPresent(stretch -> data.put("whole", stretch.data()));
    warm.ifPresent(stretch -> data.put("warm", stretch.data()));
    data.put("requests", requests);
    data.put("heap_after_gc_bytes_by_percent", heaps);
    peakResidentBytes.ifPresent(bytes -> data.put("peak_resident_bytes", bytes));
    data.put("journal_bytes", journalBytes);
    data.put("outcomes", outcomes);
    data.put("raw", raw);
    return data;
  }
}
