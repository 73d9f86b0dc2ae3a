package dev.influx.simulator;

import static dev.influx.simulator.ApiJson.object;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.influx.simulator.fault.FaultBook.Fared;
import dev.influx.simulator.money.Billed.Resource;
import dev.influx.simulator.money.MeterReading;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what the simulator says of itself. */
final class ControlJson {

  private ControlJson() {}

  static byte[] health(int authors, Instant virtualTime) {
    return object(
        json -> {
          json.writeStringField("status", "up");
          json.writeNumberField("authors", authors);
          json.writeStringField("virtual_time", virtualTime.toString());
        });
  }

  static byte[] clock(Clocks clocks) {
    return object(json -> writeClock(json, clocks));
  }

  static byte[] state(State state, int authors) {
    SimulatorSettings settings = state.settings();
    return object(
        json -> {
          writeClock(json, state.clocks());
          json.writeNumberField("authors", authors);
          json.writeNumberField("seed", settings.authors().seed());
          json.writeStringField(
              "dialect", settings.answering().dialect().name().toLowerCase(Locale.ROOT));
          json.writeNumberField("limit", settings.limits().requests());
          json.writeNumberField("window_seconds", settings.limits().window().toSeconds());
          json.writeNumberField("journal_entries", state.journal().entries().size());
          json.writeNumberField("faults", state.faults().fared().size());
        });
  }

  static byte[] faults(List<Fared> rules) {
    return object(
        json -> {
          json.writeArrayFieldStart("faults");
          for (Fared rule : rules) {
            json.writeStartObject();
            json.writeStringField("kind", rule.rule().kind().wire());
            json.writeNumberField("seen", rule.seen());
            json.writeNumberField("struck", rule.struck());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  static byte[] mistakes(List<String> mistakes) {
    return object(
        json -> {
          json.writeStringField("title", "Not a script of faults");
          json.writeArrayFieldStart("mistakes");
          for (String mistake : mistakes) {
            json.writeString(mistake);
          }
          json.writeEndArray();
        });
  }

  static byte[] meter(MeterReading reading) {
    return object(
        json -> {
          json.writeStringField("standing", reading.standing().name().toLowerCase(Locale.ROOT));
          json.writeStringField("spent", reading.spent().toPlainString());
          if (reading.creditsLeft().isPresent()) {
            json.writeStringField("credits_left", reading.creditsLeft().get().toPlainString());
          }
          writeCounts(json, "returned", reading.returned());
          writeCounts(json, "billed", reading.billed());
          json.writeObjectFieldStart("billed_by_day");
          for (var day : reading.days().entrySet()) {
            json.writeNumberField(day.getKey().toString(), day.getValue());
          }
          json.writeEndObject();
        });
  }

  static byte[] journalEntry(JournalEntry entry) {
    return object(
        json -> {
          json.writeStringField("time", entry.time().toString());
          json.writeStringField("method", entry.method());
          json.writeStringField("path", entry.path());
          json.writeNumberField("items", entry.items());
          json.writeArrayFieldStart("asked");
          for (String key : entry.asked()) {
            json.writeString(key);
          }
          json.writeEndArray();
          json.writeStringField("token", entry.token().orElse(null));
          json.writeNumberField("status", entry.status());
          json.writeStringField("answer", entry.answer());
          if (entry.window().isPresent()) {
            writeWindow(json, entry.window().get());
          }
          json.writeStringField("fault", entry.fault().orElse(null));
        });
  }

  private static void writeWindow(JsonGenerator json, JournalEntry.Window window)
      throws IOException {
    json.writeObjectFieldStart("window");
    json.writeNumberField("limit", window.limit());
    json.writeNumberField("remaining", window.remaining());
    json.writeNumberField("reset", window.reset());
    json.writeEndObject();
  }

  private static void writeClock(JsonGenerator json, Clocks clocks) throws IOException {
    json.writeStringField("time", clocks.now().toString());
    json.writeStringField("virtual_time", clocks.worldNow().toString());
  }

  private static void writeCounts(JsonGenerator json, String name, Map<Resource, Long> counts)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Resource resource : Resource.values()) {
      json.writeNumberField(resource.wire(), counts.getOrDefault(resource, 0L));
    }
    json.writeEndObject();
  }
}
