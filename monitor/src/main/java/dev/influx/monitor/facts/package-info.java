/**
 * What the monitor shows and does not find out by itself: policies, replays, snapshots, dead
 * letters, authors, and what people do about them.
 *
 * <p>Enter at {@link dev.influx.monitor.facts.Neighbours} and {@link
 * dev.influx.monitor.facts.Actions}, which whoever starts the monitor implements.
 *
 * <p>They are asked on threads of the monitor and of its server, and may take their time.
 */
package dev.influx.monitor.facts;
