package dev.influx.bench.lab;

import dev.influx.bench.measure.HostMeter;
import dev.influx.bench.measure.ProcessMeter;
import dev.influx.bench.measure.Sample;
import dev.influx.bench.worker.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;

/**
 * Looks at what a group has committed of its input, and at the CPU clocks whenever that moved. What
 * a scorer says to itself is part of the work, and no input.
 */
final class Watch {
  private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();
  private static final long STALLED_NANOS = Duration.ofSeconds(60).toNanos();

  private final Admin admin;
  private final String group;
  private final String input;
  private final ChildJvm worker;
  private final ProcessMeter broker;
  private final List<Sample> samples = new ArrayList<>();

  Watch(Admin admin, Task task, ChildJvm worker, ProcessMeter broker) {
    this.admin = admin;
    this.group = task.application();
    this.input = task.topics().raw();
    this.worker = worker;
    this.broker = broker;
  }

  /** One sample for each commit that was seen, until everything is committed. */
  List<Sample> untilCommitted(long total) {
    look();
    while (latest().committed() < total) {
      LockSupport.parkNanos(PAUSE_NANOS);
      look();
      requireProgress();
    }
    return List.copyOf(samples);
  }

  private void look() {
    long committed = committed();
    if (samples.isEmpty() || committed != latest().committed()) {
      samples.add(
          new Sample(
              System.nanoTime(), committed, worker.meter().cpu(), broker.cpu(), HostMeter.cpu()));
    }
  }

  private Sample latest() {
    return samples.get(samples.size() - 1);
  }

  private void requireProgress() {
    if (!worker.alive()) {
      throw new UnableToFinishRunException(group + " ended at " + latest().committed());
    }
    if (System.nanoTime() - latest().nanos() > STALLED_NANOS) {
      throw new UnableToFinishRunException(group + " stands still at " + latest().committed());
    }
  }

  private long committed() {
    try {
      return admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .entrySet()
          .stream()
          .filter(entry -> entry.getKey().topic().equals(input) && entry.getValue() != null)
          .mapToLong(entry -> entry.getValue().offset())
          .sum();
    } catch (ExecutionException e) {
      throw new UnableToFinishRunException("unable to ask for the offsets of " + group, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnableToFinishRunException("interrupted while watching " + group, e);
    }
  }
}
