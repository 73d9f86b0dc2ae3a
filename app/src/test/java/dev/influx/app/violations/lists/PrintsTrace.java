package dev.influx.app.violations.lists;

final class PrintsTrace {
  @SuppressWarnings("CatchAndPrintStackTrace")
  void show(Exception e) {
    e.printStackTrace();
  }
}
