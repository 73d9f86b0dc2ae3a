/**
 * How many requests a token may make, as X counts them: in windows that open with the first
 * request. Enter through {@link dev.influx.simulator.rate.RateWindows}. It is called by the thread
 * of whichever connection asks, and keeps the counts of all of them.
 */
package dev.influx.simulator.rate;
