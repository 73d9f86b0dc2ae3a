/**
 * What stands in the topics of results, counted while it changes: how many authors are accepted and
 * rejected, with which scores, for which reasons, and how many come in a second.
 *
 * <p>Enter at {@link dev.influx.monitor.results.ResultsReader}.
 *
 * <p>One thread of its own reads; what it has counted is at hand for all others.
 */
package dev.influx.monitor.results;
