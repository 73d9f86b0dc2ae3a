package dev.influx.app.violations.sink;

final class Halts {
  void stop() {
    Runtime.getRuntime().halt(1);
  }
}
