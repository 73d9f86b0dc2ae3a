package dev.influx.validator.sorting;

/** Sorted rows in a file: where they begin, and how many there are. */
record Run(long position, long rows) {}
