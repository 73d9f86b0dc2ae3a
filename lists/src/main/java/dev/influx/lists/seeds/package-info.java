/**
 * Seeds: the handles to look at, each with its domain and the evidence for it, and the strict
 * reader of the CSV files that hold them. Enter through {@link dev.influx.lists.seeds.SeedFiles}.
 * Reading happens on the caller's thread; seeds are immutable.
 */
package dev.influx.lists.seeds;
