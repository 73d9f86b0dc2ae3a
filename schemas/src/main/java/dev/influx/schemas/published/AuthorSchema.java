package dev.influx.schemas.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A JSON Schema (draft-07) of published authors, which comes with influx. */
public final class AuthorSchema {
  /** The record that influx publishes. */
  public static final AuthorSchema CURRENT = new AuthorSchema("author.schema.json");

  /** What readers of the system before influx rely on; current records fulfil it too. */
  public static final AuthorSchema EARLIER = new AuthorSchema("earlier-author.schema.json");

  private final byte[] bytes;
  private final JsonNode document;

  private AuthorSchema(String resource) {
    try (InputStream in = AuthorSchema.class.getResourceAsStream(resource)) {
      this.bytes = in.readAllBytes();
      this.document = new JsonMapper().readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("the schemas are part of influx", e);
    }
  }

  /** Names the schema and its version: {@code urn:influx:schema:author:1}. */
  public String id() {
    return document.path("$id").textValue();
  }

  /** The last part of its id; another one may have other keys. */
  public String version() {
    return id().substring(id().lastIndexOf(':') + 1);
  }

  /** Names its content: 64 hexadecimal digits. */
  public String sha256() {
    return Sha256Hex.of(bytes);
  }

  /** The schema itself. */
  public JsonNode document() {
    return document.deepCopy();
  }
}
