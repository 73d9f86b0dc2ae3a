package dev.influx.harvester.api;

/** An answer, and what its headers said of limits. */
record Reply(Answer answer, RateReport report) {}
