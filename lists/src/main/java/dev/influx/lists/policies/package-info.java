/**
 * Policies: what decides over an author, as one bundle that is named by its content, and the strict
 * reader of its files. Enter through {@link dev.influx.lists.policies.Policies}. Reading happens on
 * the caller's thread; policies are immutable and may be shared.
 */
package dev.influx.lists.policies;
