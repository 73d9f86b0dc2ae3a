/**
 * Whether every raw observation has come to one result: accepted, rejected, dead, duplicate or
 * stale.
 *
 * <p>Enter at {@link dev.influx.runtime.conservation.ConservationAudit}, which reads what the
 * scorers have noted, and looks at what they have passed over.
 *
 * <p>Works on the thread of the caller, which waits for the broker.
 */
package dev.influx.runtime.conservation;
