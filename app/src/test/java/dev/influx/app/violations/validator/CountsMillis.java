package dev.influx.app.violations.validator;

final class CountsMillis {
  long time() {
    return System.currentTimeMillis();
  }
}
