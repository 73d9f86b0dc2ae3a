/**
 * What a log line looks like: one line on stderr, in which no token can be read.
 *
 * <p>Enter at {@link dev.influx.app.logging.LogLine}, which {@code logback.xml} names, and at
 * {@link dev.influx.app.logging.Redaction}, which everything that is shown goes through. {@link
 * dev.influx.app.logging.TriedAgain} leaves out what mends itself.
 *
 * <p>Called by whatever thread logs; holds no state of its own.
 */
package dev.influx.app.logging;
