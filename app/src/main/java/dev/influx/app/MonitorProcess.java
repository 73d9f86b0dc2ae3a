package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.app.config.ConfigResult;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.StopSignal;
import dev.influx.app.pipe.Supervision;
import dev.influx.app.pipe.Supervision.Ending;
import dev.influx.monitor.service.RunningMonitor;
import dev.influx.monitor.service.RunningMonitor.Connections;
import dev.influx.schemas.wire.Registry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The monitor as a process: any cluster will do, whether or not it has topics of influx. */
final class MonitorProcess {
  private final Session session;

  MonitorProcess(Session session) {
    this.session = session;
  }

  ExitCode run() throws Exception {
    ConfigResult.Loaded loaded = session.load();
    Config config = loaded.config();
    Path data = session.surroundings().directory().resolve(config.sink().dataDir());
    Installation installation = Installation.running(loaded, data);
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Path states = session.surroundings().directory().resolve(config.monitor().stateDir());
    MonitorStart start = new MonitorStart(session, config, states, config.monitor().port());
    try (StopSignal signal = StopSignal.install();
        Registry registry = installation.registry();
        ReplayWork work = ReplayWork.over(session, config, installation, data);
        RunningMonitor monitor =
            start.start(new Connections(installation.kafka(), registry, meters), work, Map::of)) {
      start.announce(monitor, session.err()::println);
      return watch(monitor, signal);
    }
  }

  private static ExitCode watch(RunningMonitor monitor, StopSignal signal)
      throws InterruptedException {
    Ending ending =
        new Supervision(List.of(monitor), Optional.empty(), () -> false).watch(signal, () -> {});
    return ending == Ending.SIGNAL ? ExitCode.INTERRUPTED : ExitCode.OK;
  }
}
