/**
 * Records as bytes: the Confluent wire format (0, four bytes of schema id, Avro body) over the
 * genuine registry client, and the versioned form of the scorer's state.
 *
 * <p>Enter at {@link dev.influx.schemas.wire.Registry}, which hands out serializers and
 * deserializers, and at {@link dev.influx.schemas.wire.StateCodec}.
 *
 * <p>All types are safe for use by several threads; the registry is asked once per schema id, never
 * once per record.
 */
package dev.influx.schemas.wire;
