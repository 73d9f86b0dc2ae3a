/**
 * Audits of the gates by people: which authors to look at, drawn so that the draw can be repeated
 * and says something about all authors.
 *
 * <p>Enter at {@link dev.influx.validator.audit.Sampling}; what people then say is read in {@link
 * dev.influx.validator.audit.review} and counted in {@link dev.influx.validator.audit.rates}.
 *
 * <p>No I/O, no clock; a sampling belongs to one thread.
 */
package dev.influx.validator.audit;
