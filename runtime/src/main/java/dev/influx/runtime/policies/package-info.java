/**
 * The topic of policies: documents by id, and the pointer to the one in force.
 *
 * <p>Enter at {@link dev.influx.runtime.policies.PolicyFeed} to follow it, and at {@link
 * dev.influx.runtime.policies.PolicyLog} to read it once or to write to it.
 *
 * <p>A feed reads on a thread of its own and tells its listener there; a log works on the thread of
 * its caller. Nothing here understands a document: that is for those who know policies.
 */
package dev.influx.runtime.policies;
