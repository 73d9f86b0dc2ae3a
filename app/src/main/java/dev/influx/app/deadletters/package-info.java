/**
 * Dead letters: records that could not be read or processed, and what people decide about them.
 *
 * <p>Enter at {@link dev.influx.app.deadletters.LetterBox}, which knows those that nobody has
 * decided about, and at {@link dev.influx.app.deadletters.Redrive}, which puts them back to where
 * they came from.
 *
 * <p>All of it runs on the thread of the command.
 */
package dev.influx.app.deadletters;
