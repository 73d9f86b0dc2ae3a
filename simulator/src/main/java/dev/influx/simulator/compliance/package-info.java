/**
 * Batch compliance: a list of ids goes in, and out come those that may not be kept. Enter through
 * {@link dev.influx.simulator.compliance.ComplianceJobs}. It is called by the thread of whichever
 * connection asks, and knows neither HTTP nor a clock of its own.
 */
package dev.influx.simulator.compliance;
