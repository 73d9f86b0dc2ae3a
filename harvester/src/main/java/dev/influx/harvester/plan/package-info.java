/**
 * Who is asked for and what became of each: seeds and known ids become batches, and answers become
 * exactly one ending per author that was asked for.
 *
 * <p>Enter at {@link dev.influx.harvester.plan.Roster}, which knows the authors, and at {@link
 * dev.influx.harvester.plan.Settlement#of}, which reads an answer.
 *
 * <p>No I/O and no clock; a roster belongs to one thread, everything else is immutable.
 */
package dev.influx.harvester.plan;
