/**
 * Terms, and how they are found in what people write. Enter at {@link dev.influx.lists.terms.Fold},
 * or at {@link dev.influx.lists.terms.Plain} for hostile texts, which make texts comparable, and at
 * {@link dev.influx.lists.terms.TermIndex}, which finds the terms of many lists in one pass; {@link
 * dev.influx.lists.terms.WordReader} reads the lists. Everything here is immutable; any thread may
 * call it.
 */
package dev.influx.lists.terms;
