package dev.influx.app.pipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.sink.files.Aside;
import dev.influx.sink.files.PublishDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the manifest in a data directory says of the list beside it, and what is held back. */
public record PublishedList(JsonNode manifest, JsonNode withheld) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where there is no readable manifest or report, nothing is said. */
  public static PublishedList in(Path directory) {
    return new PublishedList(
        read(directory.resolve(PublishDirectory.MANIFEST)),
        read(directory.resolve(Aside.DIRECTORY).resolve(Aside.REPORT)));
  }

  private static JsonNode read(Path file) {
    try {
      return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }

  /** In the order in which people read it; null where nothing was published. */
  public Map<String, Object> describe() {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("snapshot", text("snapshot_id"));
    description.put("snapshot_created_at", text("created_at"));
    description.put("authors", manifest.has("count") ? manifest.get("count").longValue() : null);
    description.put("policy", manifest.path("policy").path("id").textValue());
    description.put("withheld", reason().orElse(null));
    return description;
  }

  /** Why the sink keeps a newer list back; empty where it does not. */
  public Optional<String> reason() {
    List<String> reasons = new ArrayList<>();
    for (JsonNode objection : withheld.path("objections")) {
      reasons.add(objection.path("gate").asText() + ": " + objection.path("why").asText());
    }
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
  }

  private String text(String key) {
    return manifest.path(key).textValue();
  }
}
