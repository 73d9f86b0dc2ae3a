/**
 * A local stand-in for the X API: users with their lists, ties and posts, with the errors, limits,
 * prices, faults and headers of X, over synthetic authors that grow and change with virtual time or
 * over the users of a file. Enter through {@link dev.influx.simulator.Simulator}. Requests are
 * answered on threads of its own, one per connection; the methods of {@code Simulator} may be
 * called from any thread.
 */
package dev.influx.simulator;
