/**
 * The order in which many authors are asked for the first time, so that whoever stops half-way has
 * a fair sample: of every domain by its need, and within a domain of all sizes and regions.
 *
 * <p>Enter at {@link dev.influx.harvester.draw.DrawOrder}.
 *
 * <p>No I/O and no clock; everything is immutable.
 */
package dev.influx.harvester.draw;
