/**
 * Looks at a cluster: which groups there are, what they have committed, and where the logs begin
 * and end. Calls are batched and bounded; what was not answered is named and never made up.
 *
 * <p>Enter at {@link dev.influx.monitor.sampling.ClusterSampler#connect}.
 *
 * <p>A sampler belongs to the one thread that looks; what it returns may go anywhere.
 */
package dev.influx.monitor.sampling;
