/**
 * Who asked to be removed: the log of such requests, and the authors whom nobody may bring back.
 *
 * <p>Enter at {@link dev.influx.runtime.compliance.ForgottenAuthors#read} before asking X for
 * anybody, taking anybody in from a file, or replaying.
 *
 * <p>Reading blocks its caller until the log is read; what was read is immutable.
 */
package dev.influx.runtime.compliance;
