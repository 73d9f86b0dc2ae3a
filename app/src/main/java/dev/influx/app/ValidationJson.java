package dev.influx.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.influx.validator.files.Fault;
import dev.influx.validator.files.FileSummary;
import dev.influx.validator.files.FileSummary.Count;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object a fault, and one with the summary. The keys are always all there and in this order;
 * null is not known, or does not apply.
 */
final class ValidationJson implements ValidationReport {
  private static final JsonFactory JSON = new JsonFactory();

  /** What a line consists of. */
  @FunctionalInterface
  private interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  @Override
  public Optional<String> fault(String file, Fault fault) {
    return Optional.of(line(json -> write(file, fault, json)));
  }

  private static void write(String file, Fault fault, JsonGenerator json) throws IOException {
    json.writeStringField("file", file);
    if (fault.line() == 0) {
      json.writeNullField("line");
    } else {
      json.writeNumberField("line", fault.line());
    }
    json.writeStringField("id", fault.id());
    json.writeStringField("severity", fault.severity().code());
    json.writeStringField("code", fault.code());
    json.writeStringField("where", fault.where());
    json.writeStringField("reason", fault.reason());
  }

  @Override
  public List<String> summary(List<FileSummary> files) {
    return List.of(
        line(
            json -> {
              json.writeObjectFieldStart("summary");
              json.writeArrayFieldStart("files");
              for (FileSummary file : files) {
                write(file, json);
              }
              json.writeEndArray();
              counts(
                  files.stream().mapToLong(FileSummary::violations).sum(),
                  files.stream().mapToLong(FileSummary::warnings).sum(),
                  json);
              json.writeEndObject();
            }));
  }

  private static void write(FileSummary file, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", file.file());
    json.writeNumberField("lines", file.lines());
    json.writeNumberField("authors", file.authors());
    json.writeStringField("policy_sha256", file.policySha256().orElse(null));
    counts(file.violations(), file.warnings(), json);
    json.writeObjectFieldStart("codes");
    for (Map.Entry<String, Count> code : file.codes().entrySet()) {
      json.writeObjectFieldStart(code.getKey());
      counts(code.getValue().violations(), code.getValue().warnings(), json);
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void counts(long violations, long warnings, JsonGenerator json)
      throws IOException {
    json.writeNumberField("violations", violations);
    json.writeNumberField("warnings", warnings);
  }

  private static String line(Content content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      content.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("texts and numbers can always be written as JSON", e);
    }
    return text.toString();
  }
}
