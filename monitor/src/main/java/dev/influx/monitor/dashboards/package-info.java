/**
 * What Prometheus and Grafana need to watch an installation: rules, what to scrape, a dashboard.
 *
 * <p>Enter at {@link dev.influx.monitor.dashboards.DashboardFile#all}.
 *
 * <p>No threads: files are read from the class path where they are asked for.
 */
package dev.influx.monitor.dashboards;
