package dev.influx.app;

import dev.influx.app.pipe.StopSignal;
import dev.influx.app.serve.SnapshotServer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Published files over HTTP. */
@Command(
    name = "serve",
    header = "Gives the published files to whoever asks over HTTP, until it is stopped.",
    description = {
      "GET /latest.jsonl, /latest.jsonl.gz, /manifest.json and the files of /snapshots.",
      "Nobody is asked who they are: what others can reach, others can read."
    },
    footer = {"  influx snapshot serve", "  influx snapshot serve --port 0 --data /srv/influx"})
final class SnapshotServeCommand implements Callable<Integer> {
  private static final Duration LONG = Duration.ofDays(1);
  private static final int HIGHEST_PORT = 65_535;

  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private Snapshots snapshots;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Where to listen. Default: ${DEFAULT-VALUE}.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8091",
      description = "0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  SnapshotServeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path data = snapshots.directory(session);
    check(data);
    try (StopSignal signal = StopSignal.install();
        SnapshotServer server = SnapshotServer.start(new InetSocketAddress(host, port), data)) {
      session.err().println(data + " at " + server.uri() + "; Ctrl-C stops it");
      while (!signal.await(LONG)) {
        session.err().println("still at " + server.uri());
      }
    }
    return ExitCode.INTERRUPTED.code();
  }

  private void check(Path data) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new ParameterException(spec.commandLine(), "--port is no port: " + port);
    }
    if (!Files.isDirectory(data)) {
      throw new ParameterException(spec.commandLine(), "there is no directory " + data);
    }
  }
}
