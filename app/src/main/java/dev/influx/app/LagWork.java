package dev.influx.app;

import dev.influx.app.config.ConfigResult;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.StopSignal;
import dev.influx.monitor.ClusterLag;
import dev.influx.monitor.LagBook;
import dev.influx.monitor.Objectives;
import dev.influx.monitor.Objectives.Finding;
import dev.influx.monitor.board.LagJson;
import dev.influx.monitor.history.History;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.lag.LagSettings;
import dev.influx.monitor.sampling.ClusterSampler;
import dev.influx.monitor.sampling.UnableToLookException;
import dev.influx.runtime.Explained;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.UnableToReachBrokerException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at the groups of a cluster for a command, and shows what is seen. */
final class LagWork implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(2);

  private final Session session;
  private final LagOptions options;
  private final KafkaConnection kafka;
  private final ClusterSampler sampler;
  private final LagBook book;
  private final Supplier<PipeFindings> pipe;

  private LagWork(
      Session session, LagOptions options, Installation installation, Supplier<PipeFindings> pipe) {
    this.session = session;
    this.options = options;
    this.kafka = installation.kafka();
    this.pipe = pipe;
    this.sampler = ClusterSampler.connect(kafka, Clock.systemUTC());
    String replays = installation.topics().prefix() + "replay.";
    this.book =
        new LagBook(
            LagSettings.usual().stallingAfter(options.stallAfter()),
            group -> group.startsWith(replays),
            new History());
  }

  static LagWork on(Session session, LagOptions options) {
    ConfigResult.Loaded loaded = session.load();
    Path data = options.data().orElse(loaded.config().sink().dataDir());
    Path directory = session.surroundings().directory().resolve(data);
    Installation installation = Installation.running(loaded, directory);
    return new LagWork(
        session,
        options,
        installation,
        () ->
            new PipeFindings(
                session,
                ReplayWork.over(session, loaded.config(), installation, directory),
                MonitorProbe.of(loaded, directory)));
  }

  /** Once; and where somebody is behind, once more, because movement needs two looks. */
  ExitCode show(Duration interval, boolean explain) throws InterruptedException {
    ClusterLag lag = look();
    requireNamed(lag);
    if (lag.groups().stream().anyMatch(LagWork::isBehind)) {
      try (StopSignal signal = StopSignal.install()) {
        if (signal.await(interval)) {
          return ExitCode.INTERRUPTED;
        }
      }
      lag = look();
    }
    print(lag, explain);
    return ExitCode.OK;
  }

  /** Until somebody stops it: a cluster that does not answer may do so again. */
  ExitCode watch(Duration interval, boolean explain) throws InterruptedException {
    requireNamed(look());
    try (StopSignal signal = StopSignal.install()) {
      do {
        if (options.format() == Format.TABLE) {
          session.out().println(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        }
        print(lookAgain(), explain);
      } while (!signal.await(interval) && !session.out().checkError());
    }
    return ExitCode.INTERRUPTED;
  }

  /**
   * Holds what is seen against limits, and the pipe against its rules unless some groups are all
   * that was asked about.
   */
  ExitCode check(Duration over, Objectives objectives, boolean explain) throws Exception {
    ClusterLag first = look();
    try (PipeFindings rules = pipe.get()) {
      if (options.groups().isEmpty()) {
        rules.begin();
      }
      Optional<ClusterLag> last = over(over, first);
      if (last.isEmpty()) {
        return ExitCode.INTERRUPTED;
      }
      List<Finding> findings = new ArrayList<>(ofGroups(objectives, last.get()));
      if (options.groups().isEmpty()) {
        rules.end(last.get(), Instant.now());
        findings.addAll(rules.findings());
      }
      print(new Checked(findings, rules.leftOut(), last.get().groups().size()), explain);
      return findings.isEmpty() ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }
  }

  /** What came of a check. */
  private record Checked(List<Finding> findings, Map<String, String> leftOut, int groups) {}

  /** The last look; empty if somebody stopped it. */
  private Optional<ClusterLag> over(Duration time, ClusterLag first) throws InterruptedException {
    ClusterLag lag = first;
    long end = System.nanoTime() + time.toNanos();
    try (StopSignal signal = StopSignal.install()) {
      while (System.nanoTime() < end) {
        if (signal.await(TICK)) {
          return Optional.empty();
        }
        lag = lookAgain();
      }
    }
    return Optional.of(lag);
  }

  private List<Finding> ofGroups(Objectives objectives, ClusterLag lag) {
    List<Finding> findings = new ArrayList<>(objectives.check(lag));
    missing(lag)
        .forEach(
            it -> findings.add(new Finding("missing", Optional.of(it), "there is no such group")));
    return findings;
  }

  private static boolean isBehind(GroupLag group) {
    return group.records().orElse(1) > 0;
  }

  private ClusterLag look() {
    try {
      return book.take(sampler.look(options::includes));
    } catch (UnableToLookException e) {
      throw new UnableToReachBrokerException(kafka, e);
    }
  }

  private ClusterLag lookAgain() {
    try {
      return book.take(sampler.look(options::includes));
    } catch (UnableToLookException e) {
      return book.missed(Instant.now(), e.getMessage());
    }
  }

  private List<String> missing(ClusterLag lag) {
    List<String> there = lag.groups().stream().map(GroupLag::group).toList();
    return options.groups().stream().filter(it -> !there.contains(it)).toList();
  }

  private void requireNamed(ClusterLag lag) {
    List<String> missing = missing(lag);
    if (!missing.isEmpty()) {
      throw new Explained(
          "there is no group " + String.join(", ", missing),
          "nobody of that name reads at " + kafka.bootstrapServers(),
          "see which there are: influx lag",
          null);
    }
  }

  private void print(ClusterLag lag, boolean explain) {
    switch (options.format()) {
      case TABLE -> LagText.lines(lag, explain).forEach(session.out()::println);
      case JSON -> session.printJson(LagJson.of(lag));
    }
    lag.remarks().forEach(it -> session.err().println("not told: " + Shown.line(it)));
    if (lag.groups().isEmpty() && lag.remarks().isEmpty()) {
      session.err().println("no group reads at " + kafka.bootstrapServers());
    }
  }

  private void print(Checked checked, boolean explain) {
    switch (options.format()) {
      case TABLE -> checked.findings().forEach(it -> session.out().println(LagText.line(it)));
      case JSON -> session.printJson(LagJson.of(checked.findings(), checked.leftOut()));
    }
    if (explain) {
      checked
          .leftOut()
          .forEach(
              (rule, why) -> session.err().println("left out: " + rule + ", " + Shown.line(why)));
    }
    if (checked.findings().isEmpty()) {
      session.err().println(checked.groups() + " groups keep up");
    }
  }

  @Override
  public void close() {
    sampler.close();
  }
}
