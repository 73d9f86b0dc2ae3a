package dev.influx.simulator.population;

/**
 * What is known of a user for certain, to measure results against.
 *
 * @param domain the field of work, or empty if nobody knows
 * @param kind person, brand, official, risky, or empty if nobody knows
 */
public record Truth(int index, String id, String domain, String kind, Life life) {}
