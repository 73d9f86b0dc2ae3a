/**
 * A local stand-in for the X API: the user look-ups with their errors, limits and headers, over
 * synthetic authors that grow with virtual time; expansions add their field but no {@code includes}
 * yet. Enter through {@link dev.influx.simulator.Simulator}. Requests are answered on threads of
 * its own, one per connection; the methods of {@code Simulator} may be called from any thread.
 */
package dev.influx.simulator;
