/**
 * The Kafka Streams topology: raw observations in, accepted and rejected authors out, exactly once.
 *
 * <p>Enter at {@link dev.influx.scorer.topology.Scorer}, which runs it, or at {@link
 * dev.influx.scorer.topology.ScorerTopology}, which builds it without a broker.
 *
 * <p>Records are processed by the threads of Kafka Streams, one per partition at a time.
 */
package dev.influx.scorer.topology;
