package dev.influx.app.violations.scorer.model;

import java.net.http.HttpClient;

final class KnowsHttp {
  HttpClient client() {
    return HttpClient.newHttpClient();
  }
}
