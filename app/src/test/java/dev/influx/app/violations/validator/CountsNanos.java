package dev.influx.app.violations.validator;

final class CountsNanos {
  long time() {
    return System.nanoTime();
  }
}
