/**
 * The monitor as one part that is started and stopped.
 *
 * <p>Enter at {@link dev.influx.monitor.service.RunningMonitor}.
 *
 * <p>Starting returns at once; four threads of its own work until it is closed.
 */
package dev.influx.monitor.service;
