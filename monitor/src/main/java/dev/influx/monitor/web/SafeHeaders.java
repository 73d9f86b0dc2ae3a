package dev.influx.monitor.web;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/** What browsers are told with every answer: nothing of other sites, no script but the files. */
final class SafeHeaders {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
              + " object-src 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin");

  private SafeHeaders() {}

  static void put(HttpFields.Mutable fields) {
    HEADERS.forEach(fields::put);
  }
}
