/**
 * The governance of seeds: how the seed lists stand beside their targets and beside the list, and
 * who else might become a seed.
 *
 * <p>Enter at {@link dev.influx.app.seeds.SeedStatistics} for figures, and at {@link
 * dev.influx.app.seeds.Gathering} for proposals; {@link dev.influx.app.seeds.JudgedLines} reads who
 * is in a published list.
 *
 * <p>All of it runs on the thread of the command.
 */
package dev.influx.app.seeds;
