/**
 * Where authors are, as coarsely as it takes to look at all parts of the world: a text that people
 * wrote about themselves becomes the code of a region, and only the code is ever kept.
 *
 * <p>Enter at {@link dev.influx.harvester.region.Regions#bundled}.
 *
 * <p>No clock, and no I/O but for reading the bundled names once; everything is immutable.
 */
package dev.influx.harvester.region;
