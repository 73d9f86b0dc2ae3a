package dev.influx.validator.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * What a manifest says of the file that it describes. Null is what it does not say; every number
 * and hash is compared with what is in the file.
 */
public record Manifest(
    Long count, String sha256, String policySha256, String scoreVersion, String schemaSha256) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int FORMAT_VERSION = 1;

  /** Fails for whatever is not a manifest of a known format. */
  public static Manifest read(byte[] json) throws IOException {
    JsonNode manifest = JSON.readTree(json);
    JsonNode version = manifest.path("format_version");
    if (!version.isInt() || version.intValue() != FORMAT_VERSION) {
      throw new IOException("its format_version is not " + FORMAT_VERSION);
    }
    JsonNode count = manifest.path("count");
    return new Manifest(
        count.isIntegralNumber() && count.canConvertToLong() ? count.longValue() : null,
        manifest.path("sha256").textValue(),
        manifest.path("policy").path("sha256").textValue(),
        manifest.path("score_version").textValue(),
        manifest.path("schema").path("sha256").textValue());
  }
}
