package dev.influx.validator.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.influx.schemas.published.AuthorSchema;
import java.util.List;

/** Holds authors against a JSON Schema, formats included; many threads may ask at once. */
final class SchemaCheck {
  private static final String UNKNOWN_KEY = "additionalProperties";

  private final Schema schema;

  SchemaCheck(AuthorSchema schema) {
    SchemaRegistry draft7 = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    this.schema = draft7.getSchema(SchemaLocation.of(schema.id()), schema.document());
    this.schema.initializeValidators();
  }

  List<Fault> check(JsonNode author, long line, String id) {
    return schema
        .validate(
            author,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> fault(error, line, id))
        .toList();
  }

  /** A key more does not keep a reader from understanding the others. */
  private static Fault fault(Error error, long line, String id) {
    Code code = error.getKeyword().equals(UNKNOWN_KEY) ? Code.UNKNOWN_KEY : Code.SCHEMA;
    return code.at(line, id, error.getInstanceLocation().toString(), error.getMessage());
  }
}
