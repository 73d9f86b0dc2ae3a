/**
 * Lists that are asked for once: what a list says is written down beside the journal of the run, so
 * that the run can be resumed on any later day, whatever has become of the list.
 *
 * <p>Enter at {@link dev.influx.harvester.errand.RunDirectory}, which begins and resumes runs.
 *
 * <p>A run directory is locked by one process; an errand belongs to one thread.
 */
package dev.influx.harvester.errand;
