package dev.influx.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.simulator.fault.FaultScript;
import dev.influx.simulator.fault.UnableToReadFaultsException;
import dev.influx.simulator.graph.Lists;
import dev.influx.simulator.graph.Lists.UserList;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.SimulatedSeed;
import dev.influx.simulator.wire.WireRequest;
import dev.influx.simulator.wire.WireResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is not of X but of the simulator itself: GET looks, POST changes, and nobody is asked who.
 */
final class Control {

  static final String PATHS = "/_sim/";

  private static final String LINES = "application/x-ndjson";
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private final State state;
  private final Population population;

  Control(State state, Population population) {
    this.state = state;
    this.population = population;
  }

  WireResponse answer(WireRequest request) {
    String name = request.path().substring(PATHS.length());
    Optional<WireResponse> seen = look(name);
    boolean changes = request.method().equals("POST");
    if (seen.isPresent() && request.method().equals("GET")) {
      return seen.get();
    }
    Optional<WireResponse> changed = changes ? change(name, request) : Optional.empty();
    if (changed.isPresent()) {
      return changed.get();
    }
    return seen.isPresent() ? refused(405, "Method Not Allowed") : refused(404, "Not Found");
  }

  private Optional<WireResponse> look(String name) {
    return switch (name) {
      case "health" -> json(ControlJson.health(population.size(), state.clocks().worldNow()));
      case "state" -> json(ControlJson.state(state, population.size()));
      case "clock" -> json(ControlJson.clock(state.clocks()));
      case "faults" -> json(ControlJson.faults(state.faults().fared()));
      case "meter" -> json(ControlJson.meter(state.meter().reading(state.clocks().now())));
      case "journal" -> Optional.of(stream(LINES, this::writeJournal));
      case "truth.jsonl" -> Optional.of(stream(LINES, out -> TruthJson.write(population, out)));
      case "lists.csv" -> Optional.of(stream("text/csv; charset=utf-8", this::writeLists));
      case "seeds.csv" -> Optional.of(stream("text/csv; charset=utf-8", this::writeSeeds));
      default -> Optional.empty();
    };
  }

  private Optional<WireResponse> change(String name, WireRequest request) {
    return switch (name) {
      case "faults" -> Optional.of(load(request.body()));
      case "faults/clear" -> {
        state.faults().load(FaultScript.none());
        yield look("faults");
      }
      case "clock" -> Optional.of(advance(request.query()));
      case "journal/clear" -> {
        state.journal().clear();
        yield look("state");
      }
      case "reset" -> {
        state.reset();
        yield look("state");
      }
      default -> Optional.empty();
    };
  }

  private WireResponse load(String script) {
    try {
      state.faults().load(FaultScript.parse(script, "the request"));
      return ok(ControlJson.faults(state.faults().fared()));
    } catch (UnableToReadFaultsException e) {
      return respond(400, ControlJson.mistakes(e.mistakes()));
    }
  }

  private WireResponse advance(String rawQuery) {
    Map<String, List<String>> query =
        QueryString.parse(rawQuery).map(QueryString::parameters).orElse(Map.of());
    Optional<Duration> both = seconds(query, "seconds");
    Optional<Duration> world = seconds(query, "virtual_seconds");
    if (both.isEmpty() && world.isEmpty()) {
      return refused(400, "Write ?seconds=900 or ?virtual_seconds=86400");
    }
    both.ifPresent(state.clocks()::advance);
    world.ifPresent(state.clocks()::advanceWorld);
    return ok(ControlJson.clock(state.clocks()));
  }

  private static Optional<Duration> seconds(Map<String, List<String>> query, String name) {
    return query.getOrDefault(name, List.of()).stream()
        .filter(text -> SECONDS.matcher(text).matches())
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .findFirst();
  }

  private void writeSeeds(OutputStream out) throws IOException {
    writeLine(out, SimulatedSeed.CSV_HEADER.getBytes(UTF_8));
    for (Iterator<SimulatedSeed> seeds = population.seeds().iterator(); seeds.hasNext(); ) {
      writeLine(out, seeds.next().csv().getBytes(UTF_8));
    }
  }

  private void writeLists(OutputStream out) throws IOException {
    writeLine(out, Lists.CSV_HEADER.getBytes(UTF_8));
    for (UserList list : Lists.of(population, state.settings().authors().seed()).all()) {
      writeLine(out, list.csv().getBytes(UTF_8));
    }
  }

  private void writeJournal(OutputStream out) throws IOException {
    for (JournalEntry entry : state.journal().entries()) {
      writeLine(out, ControlJson.journalEntry(entry));
    }
  }

  private static void writeLine(OutputStream out, byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
  }

  private static Optional<WireResponse> json(byte[] body) {
    return Optional.of(ok(body));
  }

  private static WireResponse ok(byte[] body) {
    return respond(200, body);
  }

  private static WireResponse refused(int status, String title) {
    return respond(status, ApiJson.problem(status, title));
  }

  private static WireResponse respond(int status, byte[] body) {
    return WireResponse.of(status, Map.of("content-type", Headers.JSON), body);
  }

  private static WireResponse stream(String contentType, WireResponse.Body body) {
    return WireResponse.streaming(200, Map.of("content-type", contentType), body);
  }
}
