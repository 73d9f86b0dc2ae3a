/**
 * The arithmetic of many scores: how they are distributed, and how two scorings of the same authors
 * differ.
 *
 * <p>Enter at {@link dev.influx.scorer.statistics.Scores}, which gathers one number an author, and
 * go on to {@link dev.influx.scorer.statistics.Distribution}, {@link
 * dev.influx.scorer.statistics.Shift} and {@link dev.influx.scorer.statistics.RankCorrelation};
 * where there is nothing to compute from, the result is empty and never NaN.
 *
 * <p>No I/O, no clock; what gathers is for one thread at a time, what comes of it for any.
 */
package dev.influx.scorer.statistics;
