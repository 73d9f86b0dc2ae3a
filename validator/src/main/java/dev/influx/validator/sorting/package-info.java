/**
 * Sorting of more than fits into memory, so that whatever needs to see equal things side by side,
 * such as duplicates in a file, can do so in memory that does not grow.
 *
 * <p>Enter at {@link dev.influx.validator.sorting.SpillingSort}.
 *
 * <p>Everything runs on the caller's thread; an instance belongs to one thread at a time.
 */
package dev.influx.validator.sorting;
