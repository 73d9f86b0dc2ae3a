package dev.influx.app.violations.scorer.activity;

import java.net.HttpURLConnection;

final class OpensConnection {
  void close(HttpURLConnection connection) {
    connection.disconnect();
  }
}
