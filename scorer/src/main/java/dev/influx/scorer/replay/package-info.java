/**
 * Replays: the topology once more over the observations of an installation, under another policy,
 * beside the live one and into topics of its own.
 *
 * <p>Enter at {@link dev.influx.scorer.replay.ReplayPlan}, which says everything that a replay will
 * do, at {@link dev.influx.scorer.replay.Shadow}, which names what it makes and starts its scorer,
 * and at {@link dev.influx.scorer.replay.Replay}, which is what became of it so far.
 *
 * <p>Plans and replays are immutable, for any thread; {@link dev.influx.scorer.replay.ReplayWindow}
 * is asked by the threads of Kafka Streams.
 */
package dev.influx.scorer.replay;
