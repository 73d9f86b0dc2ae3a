package dev.influx.simulator;

import dev.influx.simulator.compliance.ComplianceJobs;
import dev.influx.simulator.fault.FaultBook;
import dev.influx.simulator.money.Meter;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.rate.RateWindows;

/** Everything about a running simulator that requests change. */
final class State {

  private final SimulatorSettings settings;
  private final Clocks clocks;
  private final RateWindows windows;
  private final FaultBook faults;
  private final Journal journal;
  private final ComplianceJobs jobs;
  private volatile Meter meter;

  State(SimulatorSettings settings, Population population) {
    this.settings = settings;
    this.clocks = new Clocks(settings.clock(), settings.virtualTime());
    this.windows = new RateWindows(settings.limits());
    this.faults = new FaultBook(settings.faults());
    this.meter = new Meter(settings.budget());
    this.jobs = new ComplianceJobs(id -> CompliancePaths.truth(population, id, clocks.worldNow()));
    this.journal =
        settings.journal().isPresent()
            ? Journal.withFile(settings.journal().get())
            : Journal.inMemory();
  }

  /** As it was at the start, but for the file of the journal, which forgets nothing. */
  void reset() {
    clocks.reset();
    windows.clear();
    faults.load(settings.faults());
    meter = new Meter(settings.budget());
    jobs.clear();
    journal.clear();
  }

  SimulatorSettings settings() {
    return settings;
  }

  Clocks clocks() {
    return clocks;
  }

  RateWindows windows() {
    return windows;
  }

  FaultBook faults() {
    return faults;
  }

  Journal journal() {
    return journal;
  }

  ComplianceJobs jobs() {
    return jobs;
  }

  Meter meter() {
    return meter;
  }
}
