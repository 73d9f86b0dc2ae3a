/**
 * What was seen of every group in every partition over the last 24 hours: fine for minutes, coarser
 * before, in memory and in one compact file.
 *
 * <p>Enter at {@link dev.influx.monitor.history.History}; {@link
 * dev.influx.monitor.history.HistoryFile} keeps it over a restart.
 *
 * <p>Belongs to the one thread that looks.
 */
package dev.influx.monitor.history;
