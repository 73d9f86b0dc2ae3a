package dev.influx.app.violations.schemas;

final class PrintsLine {
  void show() {
    System.out.println();
  }
}
