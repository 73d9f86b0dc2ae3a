package dev.influx.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.influx.simulator.FoundUsers.Missing;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.SimulatedUser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the bodies of answers. The same question at the same time has the same bytes. */
final class ApiJson {

  /** X writes characters beyond the basic plane as they are. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private final Population population;
  private final Dialect dialect;

  ApiJson(Population population, Dialect dialect) {
    this.population = population;
    this.dialect = dialect;
  }

  @FunctionalInterface
  interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  Population population() {
    return population;
  }

  Dialect dialect() {
    return dialect;
  }

  byte[] users(Lookup.Valid lookup, FoundUsers users) {
    return object(
        json -> {
          writeFound(json, users.found(), lookup);
          writeMissing(json, users.missing(), lookup.key().parameter());
        });
  }

  byte[] invalidRequest(Lookup.Invalid lookup) {
    return object(
        json -> {
          json.writeArrayFieldStart("errors");
          for (Lookup.Fault fault : lookup.faults()) {
            writeFault(json, fault);
          }
          json.writeEndArray();
          json.writeStringField("title", "Invalid Request");
          json.writeStringField("detail", "One or more parameters to your request was invalid.");
          json.writeStringField("type", dialect.problemType("invalid-request"));
        });
  }

  /** A failure that the status says all about. */
  static byte[] problem(int status, String title) {
    return object(
        json -> {
          json.writeStringField("title", title);
          json.writeStringField("detail", title);
          json.writeStringField("type", "about:blank");
          json.writeNumberField("status", status);
        });
  }

  private void writeFound(JsonGenerator json, List<SimulatedUser> found, Lookup.Valid lookup)
      throws IOException {
    if (!found.isEmpty()) {
      json.writeArrayFieldStart("data");
      UserJson users = new UserJson(json, lookup.fields(), dialect);
      for (SimulatedUser user : found) {
        users.write(user);
      }
      json.writeEndArray();
    }
  }

  private void writeMissing(JsonGenerator json, List<Missing> missing, String parameter)
      throws IOException {
    if (!missing.isEmpty()) {
      json.writeArrayFieldStart("errors");
      for (Missing user : missing) {
        writeMissing(json, user, parameter);
      }
      json.writeEndArray();
    }
  }

  /** The type is the same for suspended users as for those that do not exist: X has it so. */
  void writeMissing(JsonGenerator json, Missing user, String parameter) throws IOException {
    String detail =
        user.suspended()
            ? "User has been suspended: [%s].".formatted(user.key())
            : "Could not find user with %s: [%s].".formatted(parameter, user.key());
    json.writeStartObject();
    json.writeStringField("detail", detail);
    json.writeStringField("parameter", parameter);
    json.writeStringField("resource_id", user.key());
    json.writeStringField("resource_type", "user");
    json.writeStringField("title", user.suspended() ? "Forbidden" : "Not Found Error");
    json.writeStringField("type", dialect.problemType("resource-not-found", user.key()));
    json.writeStringField("value", user.key());
    json.writeEndObject();
  }

  private static void writeFault(JsonGenerator json, Lookup.Fault fault) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("parameters");
    json.writeArrayFieldStart(fault.parameter());
    for (String value : fault.values()) {
      json.writeString(value);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeStringField("message", fault.message());
    json.writeEndObject();
  }

  static byte[] object(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      content.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("unable to write to memory", e);
    }
    return bytes.toByteArray();
  }
}
