/**
 * From endings to Kafka: what was seen goes to the raw topic, what was not found to the outcomes,
 * and nothing counts as done before the broker has acknowledged it.
 *
 * <p>Enter at {@link dev.influx.harvester.publish.Publisher#to}.
 *
 * <p>Publishing blocks its caller until everything is acknowledged, however long the broker is
 * away; several threads may publish at the same time.
 */
package dev.influx.harvester.publish;
