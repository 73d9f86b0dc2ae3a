/**
 * The {@code influx} command: its subcommands, what they are given, and how they end.
 *
 * <p>Enter at {@link dev.influx.app.Main}, the only main and the only place that ends the JVM. A
 * subcommand is a class listed in {@code Commands} or in the command above it; it is made with the
 * {@code Session} and declares options only, so that help and completion load nothing that the work
 * needs.
 *
 * <p>A command runs on the main thread and returns its exit code when it is done.
 */
package dev.influx.app;
