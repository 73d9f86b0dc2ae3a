package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.StopSignal;
import dev.influx.app.pipe.Supervision;
import dev.influx.app.pipe.Supervision.Ending;
import dev.influx.app.pipe.Wiring;
import dev.influx.runtime.Running;
import dev.influx.schemas.wire.Registry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** One part in a process of its own: started, watched, and stopped in order. */
final class PartProcess<P extends Running> {
  private final Session session;
  private final Function<Wiring, P> start;
  private final Predicate<P> done;

  /** A part that runs until it is told to stop. */
  PartProcess(Session session, Function<Wiring, P> start) {
    this(session, start, part -> false);
  }

  /** A part that may also come to the end of its work. */
  PartProcess(Session session, Function<Wiring, P> start, Predicate<P> done) {
    this.session = session;
    this.start = start;
    this.done = done;
  }

  ExitCode run() throws Exception {
    Config config = session.config();
    Installation installation = Installation.of(config);
    installation.requireTopics();
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (StopSignal signal = StopSignal.install();
        Registry registry = installation.registry();
        P part = start.apply(new Wiring(config, installation, registry, meters));
        AutoCloseable endpoint =
            endpoint(new Wiring(config, installation, registry, meters), part)) {
      say(
          part.name()
              + " started on "
              + installation.kafka().bootstrapServers()
              + "; Ctrl-C stops it");
      return watch(part, signal);
    }
  }

  private ExitCode watch(P part, StopSignal signal) throws InterruptedException {
    Supervision supervision =
        new Supervision(List.of(part), Optional.empty(), () -> done.test(part));
    Ending ending = supervision.watch(signal, new Announcer(part)::announceChange);
    say(part.name() + " stops");
    return ending == Ending.SIGNAL ? ExitCode.INTERRUPTED : ExitCode.OK;
  }

  private static AutoCloseable endpoint(Wiring wiring, Running part) {
    return wiring
        .config()
        .http()
        .address()
        .<AutoCloseable>map(address -> wiring.endpoint(address, List.of(part)))
        .orElse(() -> {});
  }

  private void say(String text) {
    session.err().println(text);
  }

  /** Says how the part is whenever that changes. */
  private final class Announcer {
    private final Running part;
    private String last = "";

    Announcer(Running part) {
      this.part = part;
    }

    void announceChange() {
      String now = part.health().reason();
      if (!now.equals(last)) {
        say(part.name() + ": " + now);
        last = now;
      }
    }
  }
}
