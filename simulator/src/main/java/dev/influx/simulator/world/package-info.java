/**
 * The synthetic authors, each a pure function of the world's seed, its own index and the virtual
 * time, so that a world of any size takes no memory and is the same on every machine. Enter through
 * {@link dev.influx.simulator.world.World}; {@link dev.influx.simulator.world.Shares} says how
 * common their fates are. There is no state, no clock and no input or output here: any thread may
 * call anything.
 */
package dev.influx.simulator.world;
