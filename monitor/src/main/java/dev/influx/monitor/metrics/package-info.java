/**
 * What the monitor exports for Prometheus, under the names that dashboards know.
 *
 * <p>Enter at {@link dev.influx.monitor.metrics.ClusterMetrics} and {@link
 * dev.influx.monitor.metrics.PipeMetrics}.
 *
 * <p>A scrape runs on a thread of the server and reads memory only.
 */
package dev.influx.monitor.metrics;
