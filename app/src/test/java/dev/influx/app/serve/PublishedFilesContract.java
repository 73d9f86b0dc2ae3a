package dev.influx.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every server of published files does. */
abstract class PublishedFilesContract {
  static final String OWN = "snapshots/2026-11-21T090000Z-5a0db532/";

  @TempDir Path path;

  private final HttpClient client = HttpClient.newHttpClient();
  private Path data;
  private URI server;

  @BeforeEach
  void serve() throws IOException {
    data = Files.createDirectories(path.resolve("data"));
    Files.createDirectories(data.resolve(OWN));
    Files.createDirectories(data.resolve("requests"));
    for (String name :
        new String[] {
          "latest.jsonl",
          "latest.jsonl.gz",
          "manifest.json",
          ".lock",
          "requests/1.json",
          OWN + "authors.jsonl.gz",
          OWN + "SHA256SUMS",
          OWN + "notes.txt"
        }) {
      Files.writeString(data.resolve(name), "0123456789");
    }
    Files.writeString(path.resolve("secret"), "secret");
    server = serve(data);
  }

  /** Starts the server; where it listens. */
  abstract URI serve(Path published);

  @ParameterizedTest
  @CsvSource({
    "latest.jsonl, application/x-ndjson",
    "latest.jsonl.gz, application/gzip",
    "manifest.json, application/json",
    "snapshots/2026-11-21T090000Z-5a0db532/authors.jsonl.gz, application/gzip",
    "snapshots/2026-11-21T090000Z-5a0db532/SHA256SUMS, text/plain; charset=utf-8",
  })
  void givesWhatIsPublishedAsWhatItIs(String name, String type) throws Exception {
    HttpResponse<String> answer = get(name);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("0123456789");
    assertThat(answer.headers().firstValue("Content-Type")).contains(type);
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".lock",
        "requests/1.json",
        "snapshots",
        "snapshots/2026-11-21T090000Z-5a0db532/notes.txt",
        "snapshots/2026-11-21T090000Z-5a0db532/changes.jsonl.gz",
        "../secret",
        "%2e%2e/secret",
        "snapshots/..%2f..%2fsecret",
        "latest.jsonl%00",
        "/latest.jsonl",
      })
  void hasNoAddressForAnythingElse(String name) throws Exception {
    HttpResponse<String> answer = get(name);

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.body()).doesNotContain("0123456789");
  }

  @Test
  void followsNoLinks() throws Exception {
    Files.delete(data.resolve("latest.jsonl"));
    Files.createSymbolicLink(data.resolve("latest.jsonl"), path.resolve("secret"));
    Path elsewhere = Files.createDirectory(path.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("SHA256SUMS"), "secret");
    Files.createSymbolicLink(data.resolve("snapshots/2026-11-22T090000Z-00000000"), elsewhere);

    assertThat(get("latest.jsonl").statusCode()).isEqualTo(404);
    assertThat(get("snapshots/2026-11-22T090000Z-00000000/SHA256SUMS").statusCode()).isEqualTo(404);
  }

  @Test
  void whoHasItIsToldSoUntilAnotherTakesItsPlace() throws Exception {
    String tag = tag(get("latest.jsonl"));

    HttpResponse<String> known = get("latest.jsonl", "If-None-Match", "\"x\", W/" + tag);
    assertThat(known.statusCode()).isEqualTo(304);
    assertThat(known.body()).isEmpty();
    assertThat(tag(known)).isEqualTo(tag);

    Path next = Files.writeString(path.resolve("next"), "9876543210");
    Files.move(next, data.resolve("latest.jsonl"), StandardCopyOption.ATOMIC_MOVE);
    HttpResponse<String> fresh = get("latest.jsonl", "If-None-Match", tag);
    assertThat(fresh.statusCode()).isEqualTo(200);
    assertThat(fresh.body()).isEqualTo("9876543210");
    assertThat(tag(fresh)).isNotEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0123, bytes 0-3/10",
    "bytes=4-, 456789, bytes 4-9/10",
    "bytes=-2, 89, bytes 8-9/10",
    "bytes=8-99, 89, bytes 8-9/10",
    "bytes=-99, 0123456789, bytes 0-9/10",
  })
  void givesAPart(String range, String body, String described) throws Exception {
    HttpResponse<String> answer = get("latest.jsonl", "Range", range);

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.headers().firstValue("Content-Range")).contains(described);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=99-100", "bytes=-0"})
  void saysHowLongItIsToWhoeverAsksForMore(String range) throws Exception {
    HttpResponse<String> answer = get("latest.jsonl", "Range", range);

    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,3-4", "bytes=5-2", "lines=1-2", "bytes=-"})
  void givesAllWhereThePartIsNotUnderstood(String range) throws Exception {
    assertThat(get("latest.jsonl", "Range", range).statusCode()).isEqualTo(200);
  }

  @Test
  void givesAllWhereThePartWouldBeOfAnotherFile() throws Exception {
    String tag = tag(get("latest.jsonl"));

    assertThat(get("latest.jsonl", "Range", "bytes=4-", "If-Range", tag).statusCode())
        .isEqualTo(206);
    assertThat(get("latest.jsonl", "Range", "bytes=4-", "If-Range", "\"x\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void tellsTheSizeAloneAndChangesNothing() throws Exception {
    HttpResponse<String> head =
        client.send(
            request(server, "latest.jsonl").method("HEAD", BodyPublishers.noBody()).build(),
            BodyHandlers.ofString());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Length")).contains("10");

    HttpResponse<String> put =
        client.send(
            request(server, "latest.jsonl").PUT(BodyPublishers.ofString("x")).build(),
            BodyHandlers.ofString());
    assertThat(put.statusCode()).isEqualTo(405);
    assertThat(put.headers().firstValue("Allow")).contains("GET, HEAD");
  }

  final HttpResponse<String> get(String name, String... headers) throws Exception {
    return get(server, name, headers);
  }

  final HttpResponse<String> get(URI from, String name, String... headers) throws Exception {
    HttpRequest.Builder request = request(from, name);
    HttpRequest sent = headers.length == 0 ? request.build() : request.headers(headers).build();
    return client.send(sent, BodyHandlers.ofString());
  }

  final byte[] bytes(String name) throws Exception {
    return client.send(request(server, name).build(), BodyHandlers.ofByteArray()).body();
  }

  private static HttpRequest.Builder request(URI from, String name) {
    return HttpRequest.newBuilder(URI.create(from + "/" + name));
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }
}
