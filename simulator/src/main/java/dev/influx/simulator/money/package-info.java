/**
 * What answers cost, as X bills them: by returned resource, each once in a UTC day. Enter through
 * {@link dev.influx.simulator.money.Meter}. It is called by the thread of whichever connection is
 * answered, and keeps the sums of all of them.
 */
package dev.influx.simulator.money;
