/**
 * What the page shows: one document of all that is known, composed again and again, and answers to
 * what is asked of it.
 *
 * <p>Enter at {@link dev.influx.monitor.board.Board}.
 *
 * <p>A thread of its own composes; answers are given on threads of the server.
 */
package dev.influx.monitor.board;
