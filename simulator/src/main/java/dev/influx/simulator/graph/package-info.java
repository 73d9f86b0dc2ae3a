/**
 * Who follows whom, who is on which list, and who wrote which post: pure functions of a seed and
 * the population, walked page by page, so that nothing of it is ever held. Enter through {@link
 * dev.influx.simulator.graph.Follows}, {@link dev.influx.simulator.graph.Lists} and {@link
 * dev.influx.simulator.graph.Timelines}. There is no state here: any thread may call anything.
 */
package dev.influx.simulator.graph;
