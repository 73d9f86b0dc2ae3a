package dev.influx.embedded.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A schema as a client sends it; what this registry does not keep is refused, never dropped. */
record SchemaRequest(
    @JsonProperty("schema") String schema,
    @JsonProperty("schemaType") String schemaType,
    @JsonProperty("references") List<JsonNode> references,
    @JsonProperty("id") Integer id,
    @JsonProperty("version") Integer version,
    @JsonProperty("metadata") JsonNode metadata,
    @JsonProperty("ruleSet") JsonNode ruleSet) {
  private static final String AVRO = "AVRO";

  Candidate candidate(boolean normalize) {
    if (schemaType != null && !schemaType.equals(AVRO)) {
      throw unsupported("schema type " + schemaType);
    }
    if (references != null && !references.isEmpty()) {
      throw unsupported("references");
    }
    if (isGiven(metadata) || isGiven(ruleSet)) {
      throw unsupported("metadata and rules");
    }
    return Candidate.parse(schema, normalize);
  }

  /** Ids are chosen here: a client may bring its own only in the original's import mode. */
  void refuseOwnId(String subject) {
    if (id != null && id >= 0) {
      throw ErrorCode.NOT_PERMITTED.refuse("Subject " + subject + " is not in import mode");
    }
  }

  private static boolean isGiven(JsonNode node) {
    return node != null && !node.isNull();
  }

  private static Refusal unsupported(String what) {
    return ErrorCode.INVALID_SCHEMA.refuse(what + " not supported by this registry");
  }
}
