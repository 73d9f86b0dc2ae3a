/**
 * A schema registry for Avro that speaks the Confluent REST API: a catalogue in memory, a journal
 * of its changes on disk, and the routes of the API over HTTP.
 *
 * <p>Enter at {@link dev.influx.embedded.registry.SchemaRegistry#open}, and put it on the network
 * with {@link dev.influx.embedded.registry.RegistryServer#start}.
 *
 * <p>Requests run on the server's own threads: reads side by side and without a lock, changes one
 * after the other, each on disk before it is seen or answered.
 */
package dev.influx.embedded.registry;
