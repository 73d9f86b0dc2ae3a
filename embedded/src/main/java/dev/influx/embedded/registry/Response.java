package dev.influx.embedded.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An HTTP status and the text that goes with it. */
record Response(int status, String body) {
  private static final int OK = 200;

  static Response json(Object value) {
    return new Response(OK, Json.write(value));
  }

  /** The text itself, where the API answers with a bare schema. */
  static Response text(String text) {
    return new Response(OK, text);
  }

  static Response refused(Refusal refusal) {
    return new Response(
        refusal.code().status(),
        Json.write(new Problem(refusal.code().code(), refusal.getMessage())));
  }

  private record Problem(
      @JsonProperty("error_code") int errorCode, @JsonProperty("message") String message) {}
}
