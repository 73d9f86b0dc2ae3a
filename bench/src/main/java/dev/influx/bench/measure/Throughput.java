package dev.influx.bench.measure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The speed of a run between two of its commits, and the CPU time that each record took meanwhile.
 *
 * @param othersCpus how many CPUs everybody else on the machine kept busy, which tells a run that
 *     was disturbed; empty where the system does not say
 */
public record Throughput(
    long records,
    double seconds,
    double recordsPerSecond,
    double appMicrosPerRecord,
    double brokerMicrosPerRecord,
    Optional<Double> othersCpus) {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MICRO = 1e3;

  /**
   * Counts from the first commit that covers the warm-up to the last commit before the end: so
   * neither the start nor the idle wait for the timer of the very last commit is in it. Empty for a
   * run that was too short to have two such commits.
   *
   * @param warmUp the share of all records that is not counted, such as 0.2
   */
  public static Optional<Throughput> of(List<Sample> samples, long total, double warmUp) {
    Optional<Sample> first =
        samples.stream().filter(sample -> sample.committed() >= warmUp * total).findFirst();
    Optional<Sample> last =
        samples.stream()
            .filter(sample -> sample.committed() < total)
            .reduce((earlier, later) -> later);
    return first.flatMap(from -> last.flatMap(to -> between(from, to)));
  }

  private static Optional<Throughput> between(Sample from, Sample to) {
    long records = to.committed() - from.committed();
    long nanos = to.nanos() - from.nanos();
    if (records <= 0 || nanos <= 0) {
      return Optional.empty();
    }
    double seconds = nanos / NANOS_PER_SECOND;
    return Optional.of(
        new Throughput(
            records,
            seconds,
            records / seconds,
            microsPerRecord(from.appCpu(), to.appCpu(), records),
            microsPerRecord(from.brokerCpu(), to.brokerCpu(), records),
            machineNanos(from, to)
                .map(machine -> (machine - ownNanos(from, to)) / (double) nanos)));
  }

  private static Optional<Long> machineNanos(Sample from, Sample to) {
    return from.machineCpu()
        .flatMap(before -> to.machineCpu().map(after -> after.minus(before).toNanos()));
  }

  private static long ownNanos(Sample from, Sample to) {
    Duration before = from.appCpu().plus(from.brokerCpu());
    return to.appCpu().plus(to.brokerCpu()).minus(before).toNanos();
  }

  /** For machines, without what was not measured. */
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("records", records);
    data.put("seconds", seconds);
    data.put("records_per_second", recordsPerSecond);
    data.put("app_micros_per_record", appMicrosPerRecord);
    data.put("broker_micros_per_record", brokerMicrosPerRecord);
    othersCpus.ifPresent(cpus -> data.put("others_cpus", cpus));
    return data;
  }

  private static double microsPerRecord(Duration from, Duration to, long records) {
    return to.minus(from).toNanos() / NANOS_PER_MICRO / records;
  }
}
