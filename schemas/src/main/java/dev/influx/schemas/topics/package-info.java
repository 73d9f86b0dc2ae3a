/**
 * The topic catalogue: the names, shapes and schemas of every topic that the parts meet in.
 *
 * <p>Enter at {@link dev.influx.schemas.topics.Topics}, which derives all names from one prefix.
 *
 * <p>Everything here is immutable and free of I/O; any thread may use it.
 */
package dev.influx.schemas.topics;
