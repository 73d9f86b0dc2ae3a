/**
 * What is to go wrong, and when: scripts of faults, read strictly, and the book that says of each
 * request whether one befalls it. Enter through {@link dev.influx.simulator.fault.FaultScript} and
 * {@link dev.influx.simulator.fault.FaultBook}. The book is asked by the thread of each connection;
 * nothing here does what a fault says, that is for who answers the request.
 */
package dev.influx.simulator.fault;
