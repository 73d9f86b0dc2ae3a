/**
 * Which policy is in force for a scorer: the active one of the topic of policies, or the one that
 * was configured where none is active.
 *
 * <p>Enter at {@link dev.influx.scorer.policies.PolicyFollower}, or at {@link
 * dev.influx.scorer.policies.PolicyInForce#always} for a scorer that follows nobody.
 *
 * <p>A follower learns on a thread of its own; any thread may ask it.
 */
package dev.influx.scorer.policies;
