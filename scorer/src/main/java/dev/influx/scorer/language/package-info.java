/**
 * The language that an author's bio is written in, by a model that is part of the release.
 *
 * <p>Enter at {@link dev.influx.scorer.language.LanguageDetector}.
 *
 * <p>A pure function of the bio; any number of threads may share one detector.
 */
package dev.influx.scorer.language;
