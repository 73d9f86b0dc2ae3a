package dev.influx.app.pipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the manifest in a data directory says of the list beside it. */
public record PublishedList(JsonNode manifest) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where there is no readable manifest, nothing is said. */
  public static PublishedList in(Path directory) {
    Path file = directory.resolve("manifest.json");
    try {
      return new PublishedList(
          Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode());
    } catch (IOException e) {
      return new PublishedList(JSON.createObjectNode());
    }
  }

  /** In the order in which people read it; null where nothing was published. */
  public Map<String, Object> describe() {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("snapshot", text("snapshot_id"));
    description.put("snapshot_created_at", text("created_at"));
    description.put("authors", manifest.has("count") ? manifest.get("count").longValue() : null);
    description.put("policy", manifest.path("policy").path("id").textValue());
    return description;
  }

  private String text(String key) {
    return manifest.path(key).textValue();
  }
}
