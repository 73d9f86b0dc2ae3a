package dev.influx.simulator.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireServerTest {

  private static final String CLOSE = "Connection: close\r\n\r\n";

  private WireServer server;

  @BeforeEach
  void start() throws IOException {
    InetSocketAddress local = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = WireServer.start(local, new TestingHandler());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void sendsTheHeadersOfTheHandlerAndTheLengthOfTheBody() throws IOException {
    assertThat(ask("GET /echo?q HTTP/1.1\r\nX-One: 1\r\n" + CLOSE))
        .isEqualTo(
            "HTTP/1.1 200 \r\ndate: never\r\ncontent-length: 12\r\nconnection: close\r\n\r\n"
                + "GET /echo q ");
  }

  @Test
  void answersSeveralRequestsOnOneConnection() throws IOException {
    String blankLine = "\r\n\r\n";
    String lineFeeds = "GET /echo?2 HTTP/1.1\n\n";
    String last = "GET /echo?3 HTTP/1.0" + blankLine;
    String answers =
        ask(
            String.join(
                "", "GET /echo?1 HTTP/1.1", blankLine, "\r\n", lineFeeds, last, "GET /echo?4"));

    assertThat(answers).contains("GET /echo 1 ", "GET /echo 2 ", "GET /echo 3 ");
    assertThat(answers).doesNotContain("/echo 4");
  }

  @Test
  void readsBodiesOfKnownLengthAndInChunks() throws IOException {
    String known = "POST /echo?1 HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody";
    String chunks = chunked("PUT /echo?2", "3;x=y", "abc", "2", "de", "0", "Trailer: t");
    String patient = "POST /echo?3 HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\nhi";

    assertThat(ask(known + chunks + patient + "GET /echo?4 HTTP/1.1\r\n" + CLOSE))
        .contains("POST /echo 1 body", "PUT /echo 2 abcde", "HTTP/1.1 100 \r\n\r\n")
        .contains("POST /echo 3 hi", "GET /echo 4 ");
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Length: 5, 400",
    "Content-Length: x, 400",
    "Content-Length: -1, 400",
    "Content-Length: 99999999999999999999, 400",
    "Content-Length: 33554433, 413",
    "Transfer-Encoding: gzip, 400",
    "Transfer-Encoding: chunked, 400"
  })
  void refusesBodiesThatCannotBe(String header, int status) throws IOException {
    assertThat(ask("POST /echo? HTTP/1.1\r\n" + header + "\r\n\r\nbody"))
        .startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void headHasNoBody() throws IOException {
    assertThat(ask("HEAD /echo? HTTP/1.1\r\n" + CLOSE))
        .endsWith("content-length: 12\r\nconnection: close\r\n\r\n");
  }

  @Test
  void streamsInChunks() throws IOException {
    assertThat(ask("GET /stream HTTP/1.1\r\n" + CLOSE))
        .contains("transfer-encoding: chunked")
        .endsWith("\r\n\r\n5\r\nab\ncd\r\n0\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense\\n\\n|400",
        "GET /x HTTP/2.0\\n\\n|400",
        "GET  /x HTTP/1.1\\n\\n|400",
        "get /x HTTP/1.1\\n\\n|400",
        "GET x HTTP/1.1\\n\\n|400",
        "GET http://elsewhere.example/ HTTP/1.1\\n\\n|400",
        "GET /\u00e9 HTTP/1.1\\n\\n|400",
        "GET /x HTTP/1.1\\nno header\\n\\n|400",
        "GET /x HTTP/1.1\\n folded: x\\n\\n|400",
        "GET /x HTTP/1.1\\nHost: a\\n|400",
        "GET /x HTTP/1.1|400",
        "GET /fail HTTP/1.1\\n\\n|500"
      })
  void refusesWhatIsNoRequest(String text, int status) throws IOException {
    assertThat(ask(text.replace("\\n", "\r\n"))).startsWith("HTTP/1.1 " + status + " \r\n");
  }

  @Test
  void refusesWhatIsTooLong() throws IOException {
    assertThat(ask("GET /" + "x".repeat(RequestReader.LONGEST_TARGET) + " HTTP/1.1\r\n\r\n"))
        .startsWith("HTTP/1.1 414 ");
    assertThat(ask("GET /" + "x".repeat(1_000_000) + " HTTP/1.1\r\n\r\n"))
        .startsWith("HTTP/1.1 431 ");
    assertThat(ask("GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(50_000))).startsWith("HTTP/1.1 431 ");
  }

  @Test
  void anEmptyConnectionGetsNoAnswer() throws IOException {
    assertThat(ask("")).isEmpty();
  }

  @Test
  void survivesNoise() throws IOException {
    for (long seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] noise = new byte[random.nextInt(2_000)];
      random.nextBytes(noise);

      assertThat(ask(new String(noise, ISO_8859_1)))
          .as("seed %d", seed)
          .matches("(?s)|HTTP/1.1 400.*");
    }
    assertThat(ask("GET /echo?q HTTP/1.1\r\n" + CLOSE)).contains("GET /echo q ");
  }

  @Test
  void closingEndsOpenConnections() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write("GET /echo?q HTTP/1.1\r\n\r\n".getBytes(UTF_8));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      server.close();
      byte[] rest = socket.getInputStream().readAllBytes();
      assertThat(new String(rest, UTF_8)).endsWith("GET /echo q ");
    }
  }

  private static String chunked(String request, String... lines) {
    String end = "\r\n";
    String head = request + " HTTP/1.1" + end + "Transfer-Encoding: chunked" + end + end;
    return head + String.join(end, lines) + end + end;
  }

  private String ask(String text) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  /** Answers with what it was asked. */
  private static final class TestingHandler implements WireHandler {

    private static final Map<String, String> HEADERS = Map.of("date", "never");

    @Override
    public WireResponse answer(WireRequest request) {
      return switch (request.path()) {
        case "/fail" -> throw new IllegalStateException("on purpose");
        case "/stream" ->
            WireResponse.streaming(200, HEADERS, out -> out.write("ab\ncd".getBytes(UTF_8)));
        default -> WireResponse.of(200, HEADERS, echo(request).getBytes(UTF_8));
      };
    }

    @Override
    public WireResponse refuse(int status) {
      return WireResponse.of(status, HEADERS, new byte[0]);
    }

    private static String echo(WireRequest request) {
      return request.method() + " " + request.path() + " " + request.query() + " " + request.body();
    }
  }
}
