/**
 * How much may be asked for: at once, as errors and limits allow, and in all, as the money does.
 *
 * <p>Enter at {@link dev.influx.harvester.budget.Pace} for the size of the next request, and at
 * {@link dev.influx.harvester.budget.Spending} for what is left of a {@link
 * dev.influx.harvester.budget.Budget}.
 *
 * <p>No I/O and no clock; a spending belongs to one thread, everything else is immutable.
 */
package dev.influx.harvester.budget;
