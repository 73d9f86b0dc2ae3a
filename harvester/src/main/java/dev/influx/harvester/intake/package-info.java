/**
 * Whom to ask for: lists of handles, ids and profile addresses, as people and other programs write
 * them, become requests that X can be asked, each once.
 *
 * <p>Enter at {@link dev.influx.harvester.intake.Intake}.
 *
 * <p>No clock and no network; an intake belongs to one thread, everything else is immutable.
 */
package dev.influx.harvester.intake;
