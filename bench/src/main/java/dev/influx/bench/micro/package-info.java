/**
 * Benchmarks of pure code, in JVMs of their own: the score models and the search for terms.
 *
 * <p>Enter at {@link dev.influx.bench.micro.Micro#run}; the benchmark classes are public only
 * because the code that JMH generates beside them has to see them.
 *
 * <p>A benchmark runs on one thread of a JVM that JMH starts; nothing else happens there.
 */
package dev.influx.bench.micro;
