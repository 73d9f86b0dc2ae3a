package dev.influx.bench.harvest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The speed of a harvest between two stages of it, and the CPU time that each profile took
 * meanwhile.
 *
 * @param othersCpus how many CPUs everybody else on the machine kept busy; empty where the system
 *     does not say
 */
public record Stretch(
    long profiles,
    double seconds,
    double harvesterMicros,
    double simulatorMicros,
    double brokerMicros,
    Optional<Double> othersCpus) {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MICRO = 1e3;

  /** Empty where nothing happened between them. */
  public static Optional<Stretch> between(Stage from, Stage to) {
    long profiles = to.profiles() - from.profiles();
    long nanos = to.nanos() - from.nanos();
    if (profiles <= 0 || nanos <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Stretch(
            profiles,
            nanos / NANOS_PER_SECOND,
            micros(from.harvesterCpu(), to.harvesterCpu(), profiles),
            micros(from.simulatorCpu(), to.simulatorCpu(), profiles),
            micros(from.brokerCpu(), to.brokerCpu(), profiles),
            others(from, to).map(others -> others.toNanos() / (double) nanos)));
  }

  private static double micros(Duration from, Duration to, long profiles) {
    return to.minus(from).toNanos() / NANOS_PER_MICRO / profiles;
  }

  private static Optional<Duration> others(Stage from, Stage to) {
    Duration own = to.ownCpu().minus(from.ownCpu());
    return from.machineCpu()
        .flatMap(before -> to.machineCpu().map(after -> after.minus(before).minus(own)));
  }

  public double profilesPerSecond() {
    return profiles / seconds;
  }

  /** For machines, without what was not measured. */
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("profiles", profiles);
    data.put("seconds", seconds);
    data.put("profiles_per_second", profilesPerSecond());
    data.put("harvester_micros_per_profile", harvesterMicros);
    data.put("simulator_micros_per_profile", simulatorMicros);
    data.put("broker_micros_per_profile", brokerMicros);
    othersCpus.ifPresent(cpus -> data.put("others_cpus", cpus));
    return data;
  }
}
