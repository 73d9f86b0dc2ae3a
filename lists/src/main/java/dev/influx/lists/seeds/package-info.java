/**
 * Seeds: the handles to look at, each with its domain and the evidence for it, the strict reader of
 * the CSV files that hold them, and what may come into these files: additions, and proposals for
 * people to decide on. Enter through {@link dev.influx.lists.seeds.SeedFiles} to read, {@link
 * dev.influx.lists.seeds.SeedAdditions} to add, and {@link dev.influx.lists.seeds.ProposalFiles}
 * for proposals. Files are read and written on the caller's thread; seeds and proposals are
 * immutable.
 */
package dev.influx.lists.seeds;
