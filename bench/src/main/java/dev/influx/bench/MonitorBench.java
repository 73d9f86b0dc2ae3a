package dev.influx.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.bench.lab.ChildJvm;
import dev.influx.bench.lab.Equipment;
import dev.influx.bench.lab.Lab;
import dev.influx.bench.measure.HostMeter;
import dev.influx.bench.measure.Machine;
import dev.influx.bench.measure.ProcessMeter;
import dev.influx.bench.measure.ThreadMeter;
import dev.influx.bench.watch.ManyGroups;
import dev.influx.bench.watch.PageProbe;
import dev.influx.bench.watch.StoppingConsumer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs {@code influx monitor run} beside a cluster of many groups, broker and monitor in JVMs of
 * their own: what it costs, and how soon the page says that a consumer has stopped.
 */
final class MonitorBench {
  private static final Duration BETWEEN_STEPS = Duration.ofSeconds(5);

  /** The loop of the monitor, and what sends and receives for it; as Linux has their names. */
  private static final Set<String> SAMPLER = Set.of("influx-monitor", "kafka-admin-cli");

  private static final Set<String> COMPILER = Set.of("C1 CompilerThre", "C2 CompilerThre");
  private static final int COMMIT_MILLIS = 500;
  private static final int SCRAPES = 60;
  private static final double NANOS = 1e9;

  private final Plan plan;
  private final Lab lab;
  private final ProcessMeter monitor;
  private final ThreadMeter threads;
  private final PageProbe page;
  private final Consumer<String> progress;

  private MonitorBench(
      Plan plan, Lab lab, ProcessHandle monitor, PageProbe page, Consumer<String> progress) {
    this.plan = plan;
    this.lab = lab;
    this.monitor = new ProcessMeter(monitor);
    this.threads = new ThreadMeter(monitor);
    this.page = page;
    this.progress = progress;
  }

  /**
   * What is done.
   *
   * @param partitions of all groups together
   * @param interval between two looks
   * @param warmUp not counted: the JVM compiles
   * @param measured how long the cost is measured
   * @param stops of a consumer
   */
  record Plan(
      int groups,
      int partitions,
      Duration interval,
      Duration warmUp,
      Duration measured,
      int stops) {}

  /**
   * What watching takes, in shares of one processor.
   *
   * @param sampler the threads that look at the cluster
   * @param compiler what Java takes of the process to compile it
   * @param monitor the whole process
   */
  record Cost(
      double sampler,
      double compiler,
      double monitor,
      double broker,
      Optional<Double> machine,
      long looks,
      JsonNode collector) {}

  static MonitorReport run(Path launcher, Plan plan, Consumer<String> progress) {
    Equipment equipment =
        new Equipment(BrokerProcess.class, 1, 1, Duration.ofMillis(COMMIT_MILLIS), "512m");
    try (Lab lab = Lab.open(equipment)) {
      progress.accept("making " + plan.groups() + " groups");
      int each = plan.partitions() / plan.groups();
      try (ManyGroups groups = ManyGroups.start(lab.kafka(), plan.groups(), each, BETWEEN_STEPS)) {
        int port = freePort();
        ChildJvm process = lab.startCommand("monitor", command(launcher, lab, plan, port));
        return new MonitorBench(plan, lab, process.handle(), new PageProbe(port), progress)
            .measure();
      }
    }
  }

  private static List<String> command(Path launcher, Lab lab, Plan plan, int port) {
    List<String> command = new ArrayList<>(List.of(launcher.toString(), "monitor", "run"));
    List.of(
            "kafka.bootstrap_servers=" + lab.kafka().bootstrapServers(),
            "registry.url=" + lab.registryUrl(),
            "topics.prefix=" + lab.topics().prefix(),
            "sink.data_dir=" + lab.place("data"),
            "monitor.state_dir=" + lab.place("monitor-state"),
            "monitor.interval=" + plan.interval().toSeconds() + "s",
            "monitor.port=" + port)
        .forEach(setting -> command.addAll(List.of("-c", setting)));
    return command;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("there is no free port", e);
    }
  }

  private MonitorReport measure() {
    page.await(state -> state.path("groups").size() >= plan.groups());
    progress.accept("warming up for " + plan.warmUp().toSeconds() + " s");
    LockSupport.parkNanos(plan.warmUp().toNanos());
    progress.accept("measuring for " + plan.measured().toSeconds() + " s");
    Cost cost = cost();
    List<PageProbe.Scrape> scrapes = Stream.generate(page::scrape).limit(SCRAPES).toList();
    return new MonitorReport(Machine.here(), plan, cost, scrapes, stops());
  }

  private Cost cost() {
    long looks = looks();
    Duration used = monitor.cpu();
    Duration looked = threads.cpu(SAMPLER);
    Duration compiled = threads.cpu(COMPILER);
    Duration brokerUsed = lab.brokerMeter().cpu();
    Optional<Duration> allUsed = HostMeter.cpu();
    long begin = System.nanoTime();
    LockSupport.parkNanos(plan.measured().toNanos());
    double seconds = (System.nanoTime() - begin) / NANOS;
    Optional<Double> machine =
        HostMeter.cpu().flatMap(now -> allUsed.map(then -> seconds(now.minus(then)) / seconds));
    return new Cost(
        seconds(threads.cpu(SAMPLER).minus(looked)) / seconds,
        seconds(threads.cpu(COMPILER).minus(compiled)) / seconds,
        seconds(monitor.cpu().minus(used)) / seconds,
        seconds(lab.brokerMeter().cpu().minus(brokerUsed)) / seconds,
        machine,
        looks() - looks,
        page.await(state -> true).path("collector"));
  }

  private static double seconds(Duration time) {
    return time.toNanos() / NANOS;
  }

  private long looks() {
    return page.await(state -> true).at("/collector/looks").longValue();
  }

  /** From the moment in which a consumer has left its group, at any time between two looks. */
  private List<Double> stops() {
    List<Double> stops = new ArrayList<>();
    Random phase = new Random(1);
    try (StoppingConsumer consumer = StoppingConsumer.start(lab.kafka())) {
      for (int stop = 1; stop <= plan.stops(); stop++) {
        consumer.read();
        page.await(state -> says(state, "ok"));
        LockSupport.parkNanos((long) (phase.nextDouble() * plan.interval().toNanos()));
        consumer.stop();
        long stopped = System.nanoTime();
        page.await(state -> says(state, "stall"));
        stops.add((System.nanoTime() - stopped) / NANOS);
        progress.accept("stop %d: said after %.1f s".formatted(stop, stops.get(stop - 1)));
      }
    }
    return stops;
  }

  private static boolean says(JsonNode state, String word) {
    return PageProbe.stateOf(state, StoppingConsumer.GROUP).equals(word);
  }
}
