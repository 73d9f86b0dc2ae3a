/**
 * Score models as data: a tree of weighted terms whose kinds the code knows and whose parameters a
 * file gives. Enter at {@link dev.influx.lists.models.ModelReader}, which refuses a file that makes
 * no sound {@link dev.influx.lists.models.Model}. Models are immutable and computed elsewhere; any
 * thread may read one.
 */
package dev.influx.lists.models;
