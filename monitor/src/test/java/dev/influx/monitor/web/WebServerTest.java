package dev.influx.monitor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.influx.runtime.Explained;
import dev.influx.runtime.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is answered, who is not, and that the server outlives whatever it is sent. */
class WebServerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TOKEN = "correct-horse";
  private static final String JSON =
      "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n";

  private final EventStream events = new EventStream(3, Duration.ofSeconds(2));
  private WebServer server;

  private InetSocketAddress start(Optional<Secret> token) {
    WebSettings settings =
        new WebSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), token, 3);
    server = WebServer.start(settings, WebServerTest::echo, events);
    return server.address();
  }

  private static Answer echo(Question question) {
    return switch (question.path()) {
      case "/api/state", "/metrics" -> Answer.json(Answer.OK, "{\"secret\":1}");
      case "/api/actions/go" -> Answer.json(Answer.OK, "{\"done\":\"" + question.body() + "\"}");
      case "/api/broken" -> throw new IllegalStateException("broken");
      default -> Answer.notFound(question.path());
    };
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static String get(String path, String host) {
    return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
  }

  @Test
  void everyAnswerTellsBrowsersToRunNothingButTheFilesOfThePage() throws IOException {
    InetSocketAddress address = start(Optional.empty());

    String answer = TestingClient.ask(address, get("/api/state", "localhost:1"));

    assertThat(answer)
        .startsWith("HTTP/1.1 200")
        .contains("Content-Security-Policy: default-src 'self'; base-uri 'none';")
        .contains("X-Content-Type-Options: nosniff")
        .contains("Cache-Control: no-store")
        .endsWith("{\"secret\":1}")
        .doesNotContain("Server:", "unsafe-inline");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:8088", "127.0.0.1.evil.example", ""})
  void aNameOfAnotherSiteThatLeadsHereIsNotAnswered(String host) throws IOException {
    InetSocketAddress address = start(Optional.empty());

    assertThat(TestingClient.ask(address, get("/api/state", host)))
        .matches("(?s)HTTP/1.1 40[03].*")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "LOCALHOST:9", "[::1]:8088"})
  void theNamesOfThisMachineAre(String host) throws IOException {
    InetSocketAddress address = start(Optional.empty());

    assertThat(TestingClient.ask(address, get("/api/state", host))).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no token                 | POST | localhost |                                     | 401
          another token            | POST | localhost | Authorization: Bearer wrong         | 401
          no bearer                | POST | localhost | Authorization: Basic correct-horse  | 401
          a page of another site   | POST | localhost | T Origin: https://evil.example      | 403
          a page without a site    | POST | localhost | T Origin: null                      | 403
          a frame of another site  | POST | localhost | T Sec-Fetch-Site: cross-site        | 403
          a link                   | GET  | localhost | T                                   | 405
          another host             | POST | evil.test | T                                   | 403
          the page                 | POST | localhost | T Origin: http://localhost          | 200
          a script                 | POST | localhost | T                                   | 200
          """)
  void onlyThePageAndWhoHasTheTokenCanAct(
      String who, String method, String host, String header, int status) throws IOException {
    InetSocketAddress address = start(Optional.of(Secret.of(TOKEN)));
    String headers = header == null ? "" : header + "\r\n";
    String all =
        headers.startsWith("T")
            ? "Authorization: Bearer " + TOKEN + "\r\n" + headers.substring(1).stripLeading()
            : headers;

    String answer =
        TestingClient.ask(
            address,
            method + " /api/actions/go HTTP/1.1\r\nHost: " + host + "\r\n" + all + JSON + "\r\n{}");

    assertThat(answer).as(who).startsWith("HTTP/1.1 " + status).doesNotContain(TOKEN);
  }

  @Test
  void aFormOfAnotherSiteCannotActBecauseItSendsNoJson() throws IOException {
    InetSocketAddress address = start(Optional.of(Secret.of(TOKEN)));

    String answer =
        TestingClient.ask(
            address,
            "POST /api/actions/go HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + TOKEN
                + "\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

    assertThat(answer).startsWith("HTTP/1.1 400");
  }

  @Test
  void withoutATokenNobodyButThisMachineIsServed() {
    InetSocketAddress everywhere = new InetSocketAddress("0.0.0.0", 0);

    assertThatThrownBy(() -> new WebSettings(everywhere, Optional.empty(), 3))
        .isInstanceOf(Explained.class)
        .hasMessageContaining("does not listen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/state", "/metrics"})
  void offThisMachineDataNeedsTheToken(String path) throws IOException {
    WebSettings settings =
        new WebSettings(new InetSocketAddress("0.0.0.0", 0), Optional.of(Secret.of(TOKEN)), 3);
    server = WebServer.start(settings, WebServerTest::echo, events);
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.address().getPort());

    assertThat(TestingClient.ask(address, get(path, "influx.example")))
        .startsWith("HTTP/1.1 401")
        .contains("WWW-Authenticate: Bearer")
        .doesNotContain("secret");
    assertThat(
            TestingClient.ask(
                address,
                "GET "
                    + path
                    + " HTTP/1.1\r\nHost: influx.example\r\nAuthorization: bearer "
                    + TOKEN
                    + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../../dev/influx/monitor/web/WebServer.class",
        "/%2e%2e/web/WebServer.class",
        "/..%2fweb/WebServer.class",
        "/.hidden",
        "/a//b",
        "/%00",
        "/web/",
        "/api/nothing"
      })
  void noPathLeadsOutOfThePage(String path) throws IOException {
    InetSocketAddress address = start(Optional.empty());

    assertThat(TestingClient.ask(address, get(path, "localhost"))).matches("(?s)HTTP/1.1 40[04].*");
  }

  @Test
  void whatFailsIsSaidAndTheNextIsAnswered() throws IOException {
    InetSocketAddress address = start(Optional.empty());

    assertThat(TestingClient.ask(address, get("/api/broken", "localhost")))
        .startsWith("HTTP/1.1 500");
    assertThat(TestingClient.ask(address, get("/api/state", "localhost")))
        .startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /api/state?a=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "POST /api/actions/go HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        "POST /api/actions/go HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n"
      })
  void whatCannotBeReadIsRefused(String request) throws IOException {
    InetSocketAddress address = start(Optional.of(Secret.of(TOKEN)));
    try (TestingClient client = TestingClient.connect(address)) {
      client.say(request + get("/nowhere", "localhost"));
      assertThat(client.answer()).matches("(?s)(HTTP/1.1 [45].*)?");
    }
    assertThat(TestingClient.ask(address, get("/api/state", "localhost")))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void noiseIsSurvived() throws IOException {
    InetSocketAddress address = start(Optional.empty());
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      StringBuilder noise = new StringBuilder(random.nextBoolean() ? "GET /" : "");
      random.ints(random.nextInt(300), 0, 256).forEach(it -> noise.append((char) it));
      try (TestingClient client = TestingClient.connect(address)) {
        client.say(noise.toString());
      }
    }
    assertThat(TestingClient.ask(address, get("/api/state", "localhost")))
        .as("seed %s", seed)
        .startsWith("HTTP/1.1 200");
  }

  /** None of them has finished what it has to say. */
  @Test
  void aThousandConnectionsKeepNobodyElseWaiting() throws IOException {
    InetSocketAddress address = start(Optional.empty());
    List<TestingClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 1_000; i++) {
        TestingClient client = TestingClient.connect(address);
        clients.add(client);
        client.say("GET /api/state HTTP/1.1\r\nHost: loc");
      }
      assertThat(TestingClient.ask(address, get("/api/state", "localhost")))
          .startsWith("HTTP/1.1 200");
    } finally {
      for (TestingClient client : clients) {
        client.close();
      }
    }
  }

  @Test
  void whoFollowsIsToldTheLastStateAndEachNewOne() throws IOException {
    InetSocketAddress address = start(Optional.empty());
    events.publish("{\"at\":1}");
    try (TestingClient client = TestingClient.connect(address)) {
      client.say("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(client.readUntil("{\"at\":1}\n\n"))
          .contains("Content-Type: text/event-stream")
          .contains("retry: 3000\n\n")
          .contains("id: 1\nevent: state\ndata: {\"at\":1}");
      await().atMost(PATIENCE).until(() -> events.clients() == 1);
      events.publish("{\"at\":2}");
      assertThat(client.readUntil("{\"at\":2}\n\n")).contains("id: 2\nevent: state\ndata: ");
      server.close();
      assertThat(client.answer()).doesNotContain("data:");
    }
  }

  @Test
  void oneTooManyIsSentAwayUntilAnotherGoes() throws IOException {
    InetSocketAddress address = start(Optional.empty());
    String follow = "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n";
    List<TestingClient> clients = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      TestingClient client = TestingClient.connect(address);
      clients.add(client);
      client.say(follow);
      client.readUntil(": beat\n\n");
    }
    String refused =
        TestingClient.ask(
            address, "GET /events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(refused).startsWith("HTTP/1.1 503").contains("Retry-After: 10");

    clients.remove(0).close();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              events.beat();
              return events.clients() == 2;
            });
    for (TestingClient client : clients) {
      client.close();
    }
  }

  /** A state is far larger than what fits into the buffers between server and client. */
  @Test
  void whoDoesNotListenIsDroppedAndKeepsNobodyElseWaiting() throws IOException {
    InetSocketAddress address = start(Optional.empty());
    String follow = "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String large = "\"" + "x".repeat(16 << 20) + "\"";
    try (TestingClient deaf = TestingClient.deaf(address);
        TestingClient other = TestingClient.connect(address)) {
      deaf.say(follow);
      await().atMost(PATIENCE).until(() -> events.clients() == 1);
      events.publish(large);
      other.say(follow);
      await().atMost(PATIENCE).until(() -> events.clients() == 2);
      assertThat(other.readUntil("id: 1\nevent: state\n")).contains("retry");
      other.readUntil("x\"\n\n");

      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(200))
          .until(
              () -> {
                events.beat();
                return events.clients() == 1;
              });
      events.publish("{\"at\":2}");
      assertThat(other.readUntil("{\"at\":2}")).contains("id: 2");
    }
  }
}
