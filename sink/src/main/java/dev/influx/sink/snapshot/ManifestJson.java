package dev.influx.sink.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Arrays;

/** The manifest as JSON: snake_case keys in the order of the record, times in ISO-8601. */
final class ManifestJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          // Later releases add keys; what this one knows keeps its meaning.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private static final ObjectWriter INDENTED = JSON.writer(indented());

  private ManifestJson() {}

  /** Line feeds on every platform: the default indents by the platform's own line end. */
  private static DefaultPrettyPrinter indented() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }

  static byte[] write(Manifest manifest) {
    try {
      byte[] json = INDENTED.writeValueAsBytes(manifest);
      byte[] line = Arrays.copyOf(json, json.length + 1);
      line[json.length] = '\n';
      return line;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest is JSON", e);
    }
  }

  static Manifest read(byte[] json) throws IOException {
    try {
      return JSON.treeToValue(checked(JSON.readTree(json)), Manifest.class);
    } catch (JsonProcessingException e) {
      // The whole message quotes the parser's inner workings over several lines.
      throw new IOException(e.getOriginalMessage(), e);
    }
  }

  private static JsonNode checked(JsonNode tree) throws IOException {
    int version = tree.path("format_version").asInt();
    if (version != Manifest.FORMAT_VERSION) {
      throw new IOException("its format_version is not " + Manifest.FORMAT_VERSION);
    }
    return tree;
  }
}
