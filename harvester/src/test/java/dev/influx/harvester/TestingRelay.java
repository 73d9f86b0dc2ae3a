package dev.influx.harvester;

import dev.influx.schemas.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Stands between the harvester and an API, and notes the body of every answer by its hash. */
final class TestingRelay implements AutoCloseable {
  private static final List<String> PASSED_ON =
      List.of(
          "date",
          "x-transaction-id",
          "x-rate-limit-limit",
          "x-rate-limit-remaining",
          "x-rate-limit-reset");

  private final HttpClient client = HttpClient.newHttpClient();
  private final TestingApi server;

  private TestingRelay(URI target, BiConsumer<Sha256, byte[]> notes) {
    this.server =
        TestingApi.start(
            request ->
                (connection, closed) -> relay(target, request, notes).on(connection, closed));
  }

  static TestingRelay to(URI target, BiConsumer<Sha256, byte[]> notes) {
    return new TestingRelay(target, notes);
  }

  URI uri() {
    return server.uri();
  }

  private TestingApi.Reaction relay(
      URI target, TestingApi.Request request, BiConsumer<Sha256, byte[]> notes)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(target + request.target()))
                .header("Authorization", request.headers().get("authorization"))
                .build(),
            BodyHandlers.ofByteArray());
    notes.accept(hash(answer.body()), answer.body());
    List<String> headers = new ArrayList<>();
    for (String name : PASSED_ON) {
      answer.headers().firstValue(name).ifPresent(value -> headers.addAll(List.of(name, value)));
    }
    return TestingApi.answer(
        answer.statusCode(), "application/json", answer.body(), headers.toArray(new String[0]));
  }

  private static Sha256 hash(byte[] bytes) {
    try {
      return new Sha256(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
