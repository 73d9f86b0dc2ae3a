/**
 * What a harvester has done, in a file that outlives it: who was asked for and published is not
 * asked and paid for again after a restart.
 *
 * <p>Enter at {@link dev.influx.harvester.journal.Journal#open}, or at {@link
 * dev.influx.harvester.errand.RunDirectory} for runs that have a beginning and an end.
 *
 * <p>Several threads may note at the same time; reading happens before that, on one thread.
 */
package dev.influx.harvester.journal;
