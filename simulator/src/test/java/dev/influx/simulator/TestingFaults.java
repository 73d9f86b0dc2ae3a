package dev.influx.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.simulator.fault.FaultScript;
import dev.influx.simulator.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;

/** A simulator that can be made to stumble, and somebody who asks it for two users and nobody. */
final class TestingFaults implements AutoCloseable {
  private final Simulator simulator;
  private final TestingClient client;
  private final String target;

  TestingFaults(Instant now) {
    this.simulator =
        Simulator.start(
            SimulatorSettings.defaults()
                .withAuthors(200)
                .withVirtualTime(World.START, 0)
                .withClock(new TestingClock(now)));
    this.client = new TestingClient(simulator);
    this.target =
        "/2/users/by?usernames="
            + simulator.seeds().get(0).handle()
            + ","
            + simulator.seeds().get(1).handle()
            + ",nobody&user.fields=public_metrics,description";
  }

  Simulator simulator() {
    return simulator;
  }

  TestingClient client() {
    return client;
  }

  String target() {
    return target;
  }

  void script(String rule) {
    simulator.load(FaultScript.parse("faults: [" + rule + "]", "test"));
  }

  /** The answer was made, and the two users in it are paid for. */
  void assertPaid() {
    assertThat(simulator.meter().spent()).isEqualByComparingTo("0.020");
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.uri().getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  Socket ask() throws IOException {
    Socket socket = connect();
    String request =
        "GET %s HTTP/1.1\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(target, simulator.token().value());
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    return socket;
  }

  /** All that comes until the connection ends. */
  String exchange() throws IOException {
    try (Socket socket = ask()) {
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  @Override
  public void close() {
    simulator.close();
  }
}
