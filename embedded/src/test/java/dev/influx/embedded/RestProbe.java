package dev.influx.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Bare requests to a registry; single quotes in expected and sent JSON stand for double ones. */
final class RestProbe {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI base;

  RestProbe(URI base) {
    this.base = base;
  }

  Answer get(String path) {
    return send("GET", path, "");
  }

  Answer delete(String path) {
    return send("DELETE", path, "");
  }

  Answer put(String path, String body) {
    return send("PUT", path, body.replace('\'', '"'));
  }

  Answer post(String path, String body) {
    return send("POST", path, body.replace('\'', '"'));
  }

  Answer postSchema(String path, String schema) {
    try {
      return send(
          "POST", path, JSON.writeValueAsString(Map.of("schema", schema.replace('\'', '"'))));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  Answer send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return new Answer(method + " " + path, HTTP.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(method + " " + path, e);
    }
  }

  /** What came back, and what was expected of it. */
  record Answer(String request, HttpResponse<String> response) {
    Answer is(String json) {
      return is(200, json);
    }

    Answer is(int status, String json) {
      assertThat(response.statusCode()).as("%s: %s", request, response.body()).isEqualTo(status);
      assertThat(json()).as(request).isEqualTo(parse(json.replace('\'', '"')));
      return this;
    }

    void isRefused(int status, int code, String message) {
      assertThat(response.statusCode()).as("%s: %s", request, response.body()).isEqualTo(status);
      assertThat(json().fieldNames()).toIterable().containsExactly("error_code", "message");
      assertThat(json().get("error_code").asInt()).as(request).isEqualTo(code);
      assertThat(json().get("message").asText()).as(request).contains(message);
    }

    JsonNode json() {
      return parse(response.body());
    }

    private static JsonNode parse(String text) {
      try {
        return JSON.readTree(text);
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + text, e);
      }
    }
  }
}
