/**
 * Replays of an installation: planned by looking at it, carried out by a scorer of their own,
 * compared with the live results, and removed without a trace but for the audit.
 *
 * <p>Enter at {@link dev.influx.app.replay.ReplayPlanner}, {@link dev.influx.app.replay.ReplayRun},
 * {@link dev.influx.app.replay.ReplayComparison}, {@link dev.influx.app.replay.ReplayPromotion} and
 * {@link dev.influx.app.replay.ReplayRemoval}; {@link dev.influx.app.replay.ReplayLog} knows the
 * replays that there are.
 *
 * <p>All of it runs on the thread of the command.
 */
package dev.influx.app.replay;
