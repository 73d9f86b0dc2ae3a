/**
 * The processes of the harvest benchmark: the simulator of the X API and the harvester itself, each
 * alone in a JVM of its own.
 *
 * <p>Enter at {@link dev.influx.bench.harvest.HarvesterProcess}, which runs one {@link
 * dev.influx.bench.harvest.HarvestTask}, and at {@link dev.influx.bench.harvest.SimulatorProcess},
 * which it asks; {@link dev.influx.bench.harvest.Stage} is how far it was at one instant.
 *
 * <p>The main threads answer questions; the work is done on the threads that the harvester and the
 * simulator have wherever they run.
 */
package dev.influx.bench.harvest;
