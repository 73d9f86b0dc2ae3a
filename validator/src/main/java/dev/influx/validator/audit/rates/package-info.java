/**
 * How often the gates are wrong, with what chance leaves open: shares of what people reviewed, and
 * what these mean for all authors.
 *
 * <p>Enter at {@link dev.influx.validator.audit.rates.Rates}.
 *
 * <p>Pure functions on numbers; any thread may call them.
 */
package dev.influx.validator.audit.rates;
