package dev.influx.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.influx.simulator.population.Life.Event;
import dev.influx.simulator.population.Life.What;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.Truth;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes what is known of everybody for certain, a line each, as it comes. */
final class TruthJson {

  private TruthJson() {}

  static void write(Population population, OutputStream out) throws IOException {
    for (Iterator<Truth> truths = population.truth().iterator(); truths.hasNext(); ) {
      out.write(line(truths.next()));
      out.write('\n');
    }
  }

  private static byte[] line(Truth truth) {
    return ApiJson.object(
        json -> {
          json.writeStringField("id", truth.id());
          json.writeStringField("handle", truth.life().handle());
          optional(json, "domain", truth.domain());
          optional(json, "kind", truth.kind());
          json.writeArrayFieldStart("life");
          for (Event event : truth.life().events()) {
            write(json, event);
          }
          json.writeEndArray();
        });
  }

  private static void write(JsonGenerator json, Event event) throws IOException {
    json.writeStartObject();
    json.writeStringField("at", event.at().toString());
    json.writeStringField("event", event.what().wire());
    if (event.what() == What.RENAMED) {
      json.writeStringField("to", event.detail());
    } else if (event.what() == What.WITHHELD) {
      json.writeArrayFieldStart("in");
      for (String country : event.detail().split(",", -1)) {
        optional(json, country);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeString(value);
    }
  }

  private static void optional(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }
}
