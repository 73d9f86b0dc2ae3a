/**
 * The files that other files name instead of holding what is in them. Enter at {@link
 * dev.influx.lists.library.Library}, which finds and reads them on a {@link
 * dev.influx.lists.library.Shelf}. A library serves the reading of one document, on the caller's
 * thread.
 */
package dev.influx.lists.library;
