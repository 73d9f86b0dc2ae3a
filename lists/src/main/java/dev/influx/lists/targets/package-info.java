/**
 * Targets: how many authors are wanted of each domain, and the strict reader of the file that says
 * so. Enter through {@link dev.influx.lists.targets.DomainTargets}. Reading happens on the caller's
 * thread; targets are immutable and may be shared.
 */
package dev.influx.lists.targets;
