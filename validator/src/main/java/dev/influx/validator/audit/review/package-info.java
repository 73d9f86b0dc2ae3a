/**
 * What people say of authors: review sheets that they fill in, and files of labels.
 *
 * <p>Enter at {@link dev.influx.validator.audit.review.SheetWriter}, and for what comes back at
 * {@link dev.influx.validator.audit.review.ReviewSheets} and {@link
 * dev.influx.validator.audit.review.LabelFile}.
 *
 * <p>No I/O: texts go in and out; everything runs on the caller's thread.
 */
package dev.influx.validator.audit.review;
