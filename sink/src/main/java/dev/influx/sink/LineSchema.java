package dev.influx.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.influx.schemas.published.AuthorSchema;
import dev.influx.sink.Recheck.Objection;
import dev.influx.sink.record.LineTemplate;
import dev.influx.sink.snapshot.Candidate.Cause;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Holds the line that an author would be published as against the JSON Schema, formats included.
 * What is filled into it later, two ranks and a score that was published, cannot break it.
 */
public final class LineSchema {
  private static final ObjectReader STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build()
          .reader();

  private final Schema schema;

  public LineSchema() {
    SchemaRegistry draft7 = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    AuthorSchema current = AuthorSchema.CURRENT;
    this.schema = draft7.getSchema(SchemaLocation.of(current.id()), current.document());
    this.schema.initializeValidators();
  }

  /** What in the line breaks it; empty for most. */
  public Optional<Objection> objectionTo(LineTemplate template) {
    try {
      String faults = faults(STRICT.readTree(template.bytes()));
      return faults.isEmpty() ? Optional.empty() : Optional.of(new Objection(Cause.SCHEMA, faults));
    } catch (JsonProcessingException e) {
      return Optional.of(new Objection(Cause.SCHEMA, e.getOriginalMessage()));
    } catch (IOException e) {
      throw new IllegalStateException("memory can always be read", e);
    }
  }

  private String faults(JsonNode line) {
    return schema
        .validate(
            line,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .collect(Collectors.joining(", "));
  }
}
