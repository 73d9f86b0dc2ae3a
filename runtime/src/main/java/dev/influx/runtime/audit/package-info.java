/**
 * What was done to an installation, in the order in which it was done.
 *
 * <p>Enter at {@link dev.influx.runtime.audit.AuditLog}.
 *
 * <p>Reads and writes on the thread of the caller, which waits for the broker.
 */
package dev.influx.runtime.audit;
