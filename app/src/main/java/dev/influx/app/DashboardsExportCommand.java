package dev.influx.app;

import dev.influx.monitor.dashboards.DashboardFile;
import dev.influx.runtime.Explained;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Files for Prometheus and Grafana, in a folder. */
@Command(
    name = "export",
    header = "Writes alert rules and a dashboard for Prometheus and Grafana.",
    description = {
      "The rules of influx check with tests of their own, what to scrape, and a",
      "dashboard that Grafana loads by itself. The rules leave out groups of replays,",
      "by topics.prefix. No file is overwritten that somebody may have changed."
    },
    footer = {
      "  influx dashboards export",
      "  influx dashboards export --dir /etc/influx",
      "  influx dashboards export --force -c topics.prefix=theirs."
    })
final class DashboardsExportCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = "dashboards",
      description = "Where to. Default: ${DEFAULT-VALUE}.")
  private Path dir;

  @Option(names = "--force", description = "Overwrite files that say something else.")
  private boolean force;

  DashboardsExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    FilesInFolder folder = new FilesInFolder(session.surroundings().directory().resolve(dir));
    List<DashboardFile> files = DashboardFile.all(session.config().topics().prefix());
    try {
      List<String> others = force ? List.of() : folder.others(files);
      if (!others.isEmpty()) {
        return refuse(others).code();
      }
      for (DashboardFile file : files) {
        String did = folder.write(file) ? "wrote" : "has";
        session.out().println(did + " " + dir.resolve(file.path()));
      }
    } catch (IOException e) {
      throw new Explained(
          "the dashboards could not be written to " + dir,
          e.toString(),
          "name a folder with --dir in which you may write",
          e);
    }
    tellWhatNext();
    return ExitCode.OK.code();
  }

  private ExitCode refuse(List<String> others) {
    new Failures(session)
        .report(
            new Explained(
                "nothing was written to " + dir,
                "somebody has changed, or another version has written, "
                    + String.join(", ", others),
                "keep them and name another folder with --dir, or overwrite them with --force",
                null));
    return ExitCode.NEEDS_CONFIRMATION;
  }

  private void tellWhatNext() {
    List.of(
            "next, Prometheus: set the targets in " + dir.resolve(DashboardFile.SCRAPES),
            "  promtool test rules " + dir.resolve(DashboardFile.RULE_TESTS),
            "  prometheus --config.file=" + dir.resolve(DashboardFile.SCRAPES),
            "next, Grafana: import " + dir.resolve(DashboardFile.DASHBOARD))
        .forEach(session.err()::println);
  }
}
