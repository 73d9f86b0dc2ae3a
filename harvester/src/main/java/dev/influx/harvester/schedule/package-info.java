/**
 * Who is asked for next when everybody is asked for again and again: nobody's last answer gets too
 * old as long as there are enough requests for that, and whatever is left goes to those of whom
 * news are worth most.
 *
 * <p>Enter at {@link dev.influx.harvester.schedule.Agenda}; {@link
 * dev.influx.harvester.schedule.Volatility} is what the samples of an author tell it.
 *
 * <p>No I/O and no clock; an agenda belongs to one thread, everything else is immutable.
 */
package dev.influx.harvester.schedule;
