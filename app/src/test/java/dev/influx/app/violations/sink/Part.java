package dev.influx.app.violations.sink;

public final class Part {}
