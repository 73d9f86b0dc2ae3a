/**
 * What harvesting would take before anything is asked: requests, money and time under given limits.
 *
 * <p>Enter at {@link dev.influx.harvester.forecast.Estimate#of} for authors who are asked for once,
 * and at {@link dev.influx.harvester.forecast.Feasibility#of} for authors who are asked for again
 * and again.
 *
 * <p>No I/O and no clock; everything is immutable.
 */
package dev.influx.harvester.forecast;
