/**
 * Whom the simulator knows, whether made up or read from a file: users, what becomes of them as
 * virtual time goes on, and the truth to measure results against. Enter through {@link
 * dev.influx.simulator.population.Population}. Nothing here changes once it is made: any thread may
 * call anything.
 */
package dev.influx.simulator.population;
