package dev.influx.harvester.plan;

import dev.influx.schemas.Profile;
import java.nio.ByteBuffer;

/**
 * An author as one answer shows them.
 *
 * @param raw the user object, byte for byte as answered
 */
public record Sighting(String id, Profile profile, ByteBuffer raw) {}
