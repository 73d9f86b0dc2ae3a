package dev.influx.harvester.publish;

import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record to be.
 *
 * @param value nothing for a tombstone
 */
record Publication(String topic, String key, Optional<SpecificRecord> value, Instant at) {}
