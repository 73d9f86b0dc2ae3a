package dev.influx.app.config;

import java.util.Optional;

/**
 * One key with the value it has, and where that comes from.
 *
 * @param value as it could be written in the environment, secrets masked; empty where there is none
 */
public record Setting(String key, Optional<String> value, Origin origin) {}
