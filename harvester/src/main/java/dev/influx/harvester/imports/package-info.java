/**
 * Profiles that somebody fetched before, in whatever envelopes they were saved: each becomes an
 * observation, an outcome, or a dead letter with the reason.
 *
 * <p>Enter at {@link dev.influx.harvester.imports.Import}.
 *
 * <p>One thread reads, judges and publishes; the clock is given.
 */
package dev.influx.harvester.imports;
