package dev.influx.app.pipe;

import dev.influx.app.config.Config;
import dev.influx.app.pipe.Backlog.UnableToLookException;
import dev.influx.embedded.BrokerSettings;
import dev.influx.embedded.EmbeddedBroker;
import dev.influx.embedded.EmbeddedRegistry;
import dev.influx.embedded.RegistrySettings;
import dev.influx.harvester.RunningHarvester;
import dev.influx.monitor.service.RunningMonitor;
import dev.influx.monitor.service.RunningMonitor.Connections;
import dev.influx.runtime.Health;
import dev.influx.runtime.Running;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.topology.Scorer;
import dev.influx.sink.RunningSink;
import dev.influx.sink.SinkStatus;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * All parts in this JVM on an embedded broker and registry: started in order, stopped in reverse.
 */
public final class WholePipe implements AutoCloseable {
  private final Started started;
  private final Installation installation;
  private final Simulation simulation;
  private final RunningHarvester harvester;
  private final Scorer scorer;
  private final RunningSink sink;
  private final Backlog backlog;
  private final Completion completion;
  private final Optional<RunningMonitor> monitor;

  private WholePipe(PipeSettings settings, Config config, Consumer<String> step, Started started) {
    this.started = started;
    Path data = settings.data();
    step.accept("starting the broker");
    this.installation = embedded(settings, config);
    Registry registry = started.add(installation.registry());
    step.accept("applying topics and schemas");
    installation.apply(registry);
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Wiring wiring = new Wiring(config, installation, registry, meters);
    step.accept("starting the parts");
    this.simulation = started.add(Simulation.start(settings));
    this.sink = started.add(wiring.sink(data, settings.policy()));
    this.scorer = started.add(wiring.scorer(settings.policy(), data.resolve("scorer")));
    this.harvester = started.add(wiring.harvester(simulation, settings.refresh()));
    this.backlog = started.add(new Backlog(installation.kafka()));
    this.completion =
        new Completion(backlog, installation, () -> harvester.progress().allReached());
    config.http().address().ifPresent(address -> started.add(wiring.endpoint(address, parts())));
    Connections connections = new Connections(installation.kafka(), registry, meters);
    this.monitor =
        settings
            .monitor()
            .map(source -> started.add(source.start(installation, connections, this::health)));
    addresses().note(data);
    started.add(() -> Addresses.forget(data));
  }

  private Map<String, Health> health() {
    return parts().stream().collect(Collectors.toMap(Running::name, Running::health));
  }

  /** What watches the parts; it is none of them, for they go on without it. */
  public Optional<RunningMonitor> monitor() {
    return monitor;
  }

  /** Returns when everything was started; stops again what was, when something cannot be. */
  public static WholePipe start(PipeSettings settings, Config config, Consumer<String> step) {
    Started started = new Started();
    try {
      return new WholePipe(settings, config, step, started);
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private Installation embedded(PipeSettings settings, Config config) {
    Path data = settings.data();
    BrokerSettings broker =
        BrokerSettings.in(data.resolve("kafka")).withPort(settings.brokerPort());
    RegistrySettings registry =
        new RegistrySettings(data.resolve("registry"), settings.registryPort());
    String bootstrapServers = started.add(EmbeddedBroker.start(broker)).bootstrapServers();
    return Installation.of(config)
        .at(bootstrapServers, started.add(EmbeddedRegistry.start(registry)).uri());
  }

  public List<Running> parts() {
    return List.of(sink, scorer, harvester);
  }

  /** Where everything listens. */
  public Addresses addresses() {
    return new Addresses(
        installation.kafka().bootstrapServers(),
        installation.registryUrl().toString(),
        simulation.uri().toString(),
        monitor.map(it -> it.uri().toString()).orElse(null));
  }

  /** Every seed has been harvested, scored, and stands in a published snapshot. */
  public boolean complete() {
    try {
      return completion.reached();
    } catch (UnableToLookException e) {
      return false;
    }
  }

  /** Empty when the broker does not answer. */
  public Optional<PipeView> view() {
    try {
      String raw = installation.topics().raw();
      OptionalLong authors = scorer.authors();
      Optional<SinkStatus.LastSnapshot> snapshot = sink.status().snapshot();
      return Optional.of(
          new PipeView(
              backlog.ends(raw).values().stream().mapToLong(Long::longValue).sum(),
              authors.isPresent() ? Optional.of(authors.getAsLong()) : Optional.empty(),
              snapshot.map(SinkStatus.LastSnapshot::count),
              backlog.lag(Wiring.scorerGroup(installation), raw),
              snapshot.map(SinkStatus.LastSnapshot::age)));
    } catch (UnableToLookException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    started.close();
  }
}
