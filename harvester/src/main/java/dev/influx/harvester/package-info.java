/**
 * The harvester: asks the X API for the authors of seed lists, round after round, and publishes
 * what it saw as raw observations.
 *
 * <p>Enter at {@link dev.influx.harvester.Harvester#start}.
 *
 * <p>One thread keeps the rounds and all that is remembered; a few others ask and publish, a batch
 * at a time.
 */
package dev.influx.harvester;
