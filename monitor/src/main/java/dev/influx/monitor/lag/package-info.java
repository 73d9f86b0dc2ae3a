/**
 * The arithmetic of lag: what looks at a partition say of how far a group is behind, for how long,
 * until when and why. It knows no Kafka and no clock.
 *
 * <p>Enter at {@link dev.influx.monitor.lag.PartitionLag#of} with the looks that there are, and at
 * {@link dev.influx.monitor.lag.GroupLag#of} with all partitions of a group.
 *
 * <p>Called on any thread: everything here is immutable.
 */
package dev.influx.monitor.lag;
