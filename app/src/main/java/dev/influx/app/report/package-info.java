/**
 * Reports: authors of files, of published lists or of the topics, appraised by one policy or two,
 * and the figures of all of them together.
 *
 * <p>Enter at {@link dev.influx.app.report.Appraiser}, which says what a report needs to know of
 * one author, and at {@link dev.influx.app.report.Tally}, which adds authors up to a {@link
 * dev.influx.app.report.Report}; {@link dev.influx.app.report.PublishedFile} and {@link
 * dev.influx.app.report.LiveList} read those that were judged before.
 *
 * <p>Many threads may ask an appraiser about observations; all else runs on the thread of the
 * command.
 */
package dev.influx.app.report;
