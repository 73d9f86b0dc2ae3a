package dev.influx.app.violations.simulator;

final class MainToo {
  public static void main(String[] args) {}
}
