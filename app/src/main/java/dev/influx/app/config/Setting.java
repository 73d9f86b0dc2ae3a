package dev.influx.app.config;

/** One key with the value it has, secrets masked, and where that comes from. */
public record Setting(String key, String value, Origin origin) {}
