/**
 * The configuration: one tree of records, read from defaults, {@code influx.yml}, the environment
 * and flags, with every fault reported at once and the origin of every value kept.
 *
 * <p>Enter at {@link dev.influx.app.config.ConfigLoader}; {@link dev.influx.app.config.Config} is
 * the only place where keys and defaults are written down.
 *
 * <p>Runs on the main thread, before anything is started; all that it returns is immutable.
 */
package dev.influx.app.config;
