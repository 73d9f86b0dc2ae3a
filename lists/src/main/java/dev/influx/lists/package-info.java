/**
 * The data that people edit, and what every reader of it shares: the domains, faults with their
 * place, and a result that is either the whole value or every fault. Enter through {@link
 * dev.influx.lists.seeds.SeedFiles} for seeds and {@link dev.influx.lists.policies.Policies} for
 * policies. Everything here is immutable or used by one thread, and runs on the caller's thread.
 */
package dev.influx.lists;
