/**
 * One author over time: what was observed, what came of it then, and what any policy makes of it.
 *
 * <p>Enter at {@link dev.influx.app.history.AuthorFile}, which gathers all that the topics have of
 * an author, and at {@link dev.influx.app.history.Timeline}, which says what a policy would have
 * said at each moment.
 *
 * <p>All of it runs on the thread of the command.
 */
package dev.influx.app.history;
