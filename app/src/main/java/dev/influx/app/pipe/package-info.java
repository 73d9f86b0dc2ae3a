/**
 * The parts of influx wired together: one at a time in its own process, or all of them in this one.
 *
 * <p>Enter at {@link dev.influx.app.pipe.Installation} for what they share, and at {@link
 * dev.influx.app.pipe.WholePipe} for all of them.
 *
 * <p>Wired, watched and stopped by the thread of the command; each part runs its own threads.
 */
package dev.influx.app.pipe;
