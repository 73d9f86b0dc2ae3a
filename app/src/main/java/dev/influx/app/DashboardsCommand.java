package dev.influx.app;

import picocli.CommandLine.Command;

/** The group of commands about what others show of an installation. */
@Command(
    name = "dashboards",
    header = "Brings rules and a dashboard to Prometheus and Grafana.",
    footer = {"  influx dashboards export", "  influx dashboards export --dir /etc/influx"},
    subcommands = DashboardsExportCommand.class)
final class DashboardsCommand {}
