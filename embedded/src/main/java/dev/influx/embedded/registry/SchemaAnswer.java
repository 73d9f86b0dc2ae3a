package dev.influx.embedded.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A version of a subject as the API shows it. */
record SchemaAnswer(
    @JsonProperty("subject") String subject,
    @JsonProperty("version") int version,
    @JsonProperty("id") int id,
    @JsonProperty("schema") String schema) {
  static SchemaAnswer of(Catalogue catalogue, String subject, Version version) {
    return new SchemaAnswer(subject, version.number(), version.id(), catalogue.text(version));
  }
}
