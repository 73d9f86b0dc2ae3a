package dev.influx.app.violations.scorer;

public final class Part {}
