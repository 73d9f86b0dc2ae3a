/**
 * The check of whole files of authors: every line against the schema and the gates, and the lines
 * against each other and against the manifest.
 *
 * <p>Enter at {@link dev.influx.validator.files.FileValidation}.
 *
 * <p>One thread reads, as many as there are processors check lines, and the caller's compares them
 * and hands on what was found; memory does not grow with the file.
 */
package dev.influx.validator.files;
