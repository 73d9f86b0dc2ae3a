package dev.influx.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Asks a simulator questions over HTTP. */
final class TestingClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Simulator simulator;

  TestingClient(Simulator simulator) {
    this.simulator = simulator;
  }

  /** What came back. */
  static final class Answer {
    private final int status;
    private final HttpHeaders headers;
    private final byte[] bytes;

    private Answer(HttpResponse<byte[]> response) {
      this.status = response.statusCode();
      this.headers = response.headers();
      this.bytes = response.body();
    }

    int status() {
      return status;
    }

    byte[] bytes() {
      return bytes;
    }

    String text() {
      return new String(bytes, UTF_8);
    }

    JsonNode json() {
      try {
        return JSON.readTree(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException("no JSON: " + text(), e);
      }
    }

    String header(String name) {
      List<String> values = headers.allValues(name);
      return values.isEmpty() ? "absent" : String.join(" and ", values);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer get(String target) {
    return send(request(target));
  }

  Answer getWithout(String target) {
    return send(HttpRequest.newBuilder(simulator.uri().resolve(target)));
  }

  HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(simulator.uri().resolve(target))
        .header("Authorization", "Bearer " + simulator.token().value());
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
