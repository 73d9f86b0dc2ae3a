package dev.influx.harvester.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.influx.harvester.TestingApi;
import dev.influx.harvester.TestingApi.Reaction;
import dev.influx.harvester.TestingApi.Request;
import dev.influx.harvester.api.HttpTransport.Bounds;
import dev.influx.runtime.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class HttpTransportTest {
  private static final String JSON = "application/json; charset=utf-8";
  private static final Secret TOKEN = Secret.of("AAAAcanary%2Ftoken%3D");
  private static final Lookup LOOKUP = new Lookup(Lookup.By.HANDLE, List.of("Ada", "grey_pelican"));

  @Test
  void asksAsXWantsToBeAskedAndSendsTheTokenAsItIs() throws Exception {
    try (TestingApi api = TestingApi.start(request -> TestingApi.answer(200, JSON, "{}"))) {
      assertThat(send(api).status()).isEqualTo(200);

      Request request = api.requests().get(0);
      assertThat(request.target())
          .isEqualTo(
              "/2/users/by?usernames=Ada,grey_pelican&user.fields=" + Dialect.LEGACY.userFields());
      assertThat(request.headers())
          .containsEntry("authorization", "Bearer AAAAcanary%2Ftoken%3D")
          .containsEntry("accept-encoding", "gzip")
          .doesNotContainKeys("cookie", "upgrade", "http2-settings");
    }
  }

  @Test
  void asksByIdInTheOtherDialectBelowAPath() throws Exception {
    try (TestingApi api = TestingApi.start(request -> TestingApi.answer(200, JSON, "{}"))) {
      ApiSettings settings =
          ApiSettings.of(URI.create(api.uri() + "/mirror/"), TOKEN, "here")
              .withDialect(Dialect.POST);
      try (HttpTransport transport = transport(settings, Bounds.OF_X)) {
        assertThat(transport.send(new Lookup(Lookup.By.ID, List.of("12", "7"))).status())
            .isEqualTo(200);
      }

      assertThat(api.requests().get(0).target())
          .isEqualTo("/mirror/2/users?ids=12,7&user.fields=" + Dialect.POST.userFields());
    }
  }

  @Test
  void givesBackTheBytesAsTheyWere() throws Exception {
    String body = "{ \"data\" : [] }\u2028";
    assertThat(send(TestingApi.answer(200, JSON, body)).body().bytes())
        .isEqualTo(body.getBytes(UTF_8));
  }

  @Test
  void decompresses() throws Exception {
    byte[] body = "{\"data\":[]}".repeat(1_000).getBytes(UTF_8);
    Reaction compressed =
        TestingApi.answer(200, JSON, TestingApi.gzip(body), "Content-Encoding", "gzip");

    assertThat(send(compressed).body().bytes()).isEqualTo(body);
  }

  @Test
  void keepsNoCookies() throws Exception {
    Reaction cookie =
        TestingApi.answer(200, JSON, "{}", "Set-Cookie", "guest_id=v1%3A1; Path=/; HttpOnly");
    try (TestingApi api = TestingApi.start(request -> cookie);
        HttpTransport transport = transport(settings(api), Bounds.OF_X)) {
      assertThat(transport.send(LOOKUP).status()).isEqualTo(200);
      assertThat(transport.send(LOOKUP).status()).isEqualTo(200);

      assertThat(api.requests()).hasSize(2);
      assertThat(api.requests().get(1).headers()).doesNotContainKey("cookie");
    }
  }

  @Test
  void followsNoRedirect() throws Exception {
    try (TestingApi elsewhere = TestingApi.start(request -> TestingApi.answer(200, JSON, "{}"));
        TestingApi api =
            TestingApi.start(
                request ->
                    TestingApi.answer(
                        307, "text/plain", "", "Location", elsewhere.uri().toString()))) {
      Received received = send(api);

      assertThat(received.status()).isEqualTo(307);
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void failsWhenTheAnswerIsCutShort() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> send(TestingApi.cutShort("{\"data\":[", 10)));
  }

  @Test
  void failsWhenTheConnectionIsResetAndSendsNothingAnewByItself() {
    try (TestingApi api = TestingApi.start(request -> TestingApi.reset())) {
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> send(api));

      assertThat(api.requests()).hasSize(1);
    }
  }

  @Test
  void failsWhenNobodyListens() throws Exception {
    URI nobody;
    try (TestingApi api = TestingApi.start(request -> TestingApi.silence())) {
      nobody = api.uri();
    }
    try (HttpTransport transport = transport(ApiSettings.of(nobody, TOKEN, "here"), Bounds.OF_X)) {
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> transport.send(LOOKUP));
    }
  }

  @Test
  void failsWhenTheCompressedBodyIsBroken() {
    byte[] whole = TestingApi.gzip("{\"data\":[]}".getBytes(UTF_8));
    byte[] broken = Arrays.copyOf(whole, whole.length - 12);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> send(TestingApi.answer(200, JSON, broken, "Content-Encoding", "gzip")));
  }

  @Test
  void keepsTheStatusOfARefusalWhoseTextIsBroken() throws Exception {
    Reaction refusal = TestingApi.answer(401, JSON, "not gzip", "Content-Encoding", "gzip");

    assertThat(send(refusal).status()).isEqualTo(401);
  }

  @Test
  void takesAnEmptyBodyEvenWhenItIsCalledCompressed() throws Exception {
    Reaction empty = TestingApi.answer(200, JSON, "", "Content-Encoding", "gzip");

    assertThat(send(empty).body().isEmpty()).isTrue();
  }

  @Test
  void endsATooLargeBody() {
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () -> send(TestingApi.answer(200, JSON, noise), bounds(Duration.ofSeconds(30), 99_999)))
        .withMessageContaining("larger than 99999 bytes");
  }

  @Test
  void endsABodyThatGrowsTooLargeWhenDecompressed() {
    byte[] bomb = TestingApi.gzip(new byte[5_000_000]);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                send(
                    TestingApi.answer(200, JSON, bomb, "Content-Encoding", "gzip"),
                    bounds(Duration.ofSeconds(30), 100_000)))
        .withMessageContaining("decompressed");
  }

  @Test
  void waitsNotForEverForHeaders() {
    assertThatExceptionOfType(HttpTimeoutException.class)
        .isThrownBy(() -> send(TestingApi.silence(), bounds(Duration.ofMillis(300), 1_000)));
  }

  @Test
  void waitsNotForEverForABodyThatDrips() {
    assertThatExceptionOfType(HttpTimeoutException.class)
        .isThrownBy(() -> send(TestingApi.drip(), bounds(Duration.ofMillis(300), 1_000_000)));
  }

  @Test
  void endsTheRequestWhenItsThreadIsInterrupted() throws Exception {
    try (TestingApi api = TestingApi.start(request -> TestingApi.silence());
        HttpTransport transport = transport(settings(api), Bounds.OF_X)) {
      CompletableFuture<Received> sent = new CompletableFuture<>();
      Thread asker = new Thread(() -> complete(sent, transport));
      asker.start();
      await().until(() -> !api.requests().isEmpty());

      asker.interrupt();

      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(sent::get)
          .withCauseInstanceOf(InterruptedException.class);
    }
  }

  private static void complete(CompletableFuture<Received> sent, HttpTransport transport) {
    try {
      sent.complete(transport.send(LOOKUP));
    } catch (IOException | InterruptedException e) {
      sent.completeExceptionally(e);
    }
  }

  private static Received send(Reaction reaction) throws IOException, InterruptedException {
    return send(reaction, Bounds.OF_X);
  }

  private static Received send(Reaction reaction, Bounds bounds)
      throws IOException, InterruptedException {
    try (TestingApi api = TestingApi.start(request -> reaction);
        HttpTransport transport = transport(settings(api), bounds)) {
      return transport.send(LOOKUP);
    }
  }

  private static Received send(TestingApi api) throws IOException, InterruptedException {
    try (HttpTransport transport = transport(settings(api), Bounds.OF_X)) {
      return transport.send(LOOKUP);
    }
  }

  private static ApiSettings settings(TestingApi api) {
    return ApiSettings.of(api.uri(), TOKEN, "here");
  }

  private static HttpTransport transport(ApiSettings settings, Bounds bounds) {
    return new HttpTransport(settings, bounds, new SystemTime(InstantSource.system()));
  }

  private static Bounds bounds(Duration total, int bodyBytes) {
    return new Bounds(Duration.ofSeconds(10), total, bodyBytes);
  }
}
