/**
 * Tells how far the groups of a cluster are behind: looks are taken in a loop, remembered, and made
 * into one answer that anybody may read.
 *
 * <p>Enter at {@link dev.influx.monitor.LagMonitor#start} for a process, at {@link
 * dev.influx.monitor.LagBook} for whoever takes looks one by one, and at {@link
 * dev.influx.monitor.Objectives} for what is too late.
 *
 * <p>One background thread looks; its last answer is immutable and may be read from any thread.
 */
package dev.influx.monitor;
