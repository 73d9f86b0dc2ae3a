package dev.influx.bench.harvest;

import dev.influx.simulator.AccessToken;
import dev.influx.simulator.Simulator;
import dev.influx.simulator.SimulatorSettings;
import dev.influx.simulator.rate.Limits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The main class of the simulator's JVM. It says on its standard output where it is, answers {@code
 * windows}, and stops when its standard input ends, so that it never outlives who started it.
 */
public final class SimulatorProcess {
  /** It opens nothing but a simulator on this machine, for as long as a benchmark takes. */
  static final String TOKEN = "bench";

  private static final String OFF = "off";

  private SimulatorProcess() {}

  /** The arguments for a world, with the limits of which nobody is refused. */
  public static List<String> unlimited(long seed, int authors) {
    return List.of(Long.toString(seed), Integer.toString(authors), OFF);
  }

  /** The arguments for a world that allows so many requests in a window. */
  public static List<String> limited(long seed, int authors, int requests, Duration window) {
    return List.of(
        Long.toString(seed), Integer.toString(authors), Integer.toString(requests) + "/" + window);
  }

  public static void main(String[] arguments) throws IOException {
    SimulatorSettings settings =
        SimulatorSettings.defaults()
            .withToken(AccessToken.of(TOKEN))
            .withSeed(Long.parseLong(arguments[0]))
            .withAuthors(Integer.parseInt(arguments[1]))
            .with(limits(arguments[2]));
    try (Simulator simulator = Simulator.start(settings)) {
      System.out.println("simulator " + simulator.uri());
      System.out.flush();
      answer(simulator);
    }
  }

  private static Limits limits(String text) {
    if (text.equals(OFF)) {
      return Limits.off();
    }
    String[] parts = text.split("/", 2);
    return Limits.of(Integer.parseInt(parts[0]), Duration.parse(parts[1]));
  }

  private static void answer(Simulator simulator) throws IOException {
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      if (!line.equals("windows")) {
        throw new IllegalArgumentException("not a question: " + line);
      }
      System.out.println(
          "windows "
              + WindowUse.of(simulator.journal()).stream()
                  .map(WindowUse::write)
                  .collect(Collectors.joining(" ")));
      System.out.flush();
    }
  }
}
