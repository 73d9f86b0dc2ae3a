/**
 * A published list in other forms: chosen authors as JSON lines, CSV, Parquet or bare ids.
 *
 * <p>Enter at {@link dev.influx.app.export.Export}.
 *
 * <p>Everything runs on the caller's thread, line by line; memory does not grow with the list.
 */
package dev.influx.app.export;
