/**
 * The client of the X API: looks up users in batches, walks through listings page by page, keeps to
 * the limits that the answers name, tries again what may pass, and says as a value what came of it.
 *
 * <p>Enter at {@link dev.influx.harvester.api.XApi#connect}, where what comes back is an {@link
 * dev.influx.harvester.api.Answer}, or at {@link dev.influx.harvester.api.PagedSource#connect} for
 * a {@link dev.influx.harvester.api.Walk}.
 *
 * <p>Any number of threads may ask at the same time; each waits on its own thread for the limit,
 * for a next attempt, and for the answer.
 */
package dev.influx.harvester.api;
