package dev.influx.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.monitor.facts.SnapshotFacts.Changes;
import dev.influx.monitor.facts.SnapshotFacts.Judge;
import dev.influx.monitor.results.ScoreSpread;
import dev.influx.schemas.scores.Histogram.Bin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the manifest of a snapshot says, of whatever version it is; what it does not say is empty.
 */
record PageManifest(JsonNode json) {
  static final String FILE = "manifest.json";

  private static final Logger LOG = LoggerFactory.getLogger(PageManifest.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Empty where there is none that can be read. */
  static Optional<PageManifest> in(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readTree(Files.readAllBytes(file)))
              .filter(it -> it.has("count"))
              .map(PageManifest::new)
          : Optional.empty();
    } catch (IOException e) {
      LOG.debug("{} cannot be read", file, e);
      return Optional.empty();
    }
  }

  String id() {
    return json.path("snapshot_id").asText();
  }

  Instant at() {
    return Instant.parse(json.path("created_at").asText());
  }

  long count() {
    return json.path("count").asLong();
  }

  OptionalLong bytes() {
    return number(json.path("bytes"));
  }

  /** Of the list. */
  Optional<String> sha256() {
    return text(json.path("sha256"));
  }

  /** Of all its files, by their paths. */
  Map<String, Optional<String>> hashes() {
    Map<String, Optional<String>> hashes = new LinkedHashMap<>();
    json.path("files")
        .forEach(file -> hashes.put(file.path("path").asText(), text(file.path("sha256"))));
    return hashes;
  }

  Optional<String> scoreVersion() {
    return text(json.path("score_version"));
  }

  Optional<Judge> judge() {
    JsonNode policy = json.path("policy");
    return text(policy.path("id"))
        .map(id -> new Judge(id, text(policy.path("version")), text(policy.path("sha256"))));
  }

  /** By code. */
  Optional<Map<String, Long>> rejected() {
    JsonNode codes = json.path("counts").path("rejected");
    if (!codes.isObject()) {
      return Optional.empty();
    }
    Map<String, Long> counts = new TreeMap<>();
    codes.properties().forEach(it -> counts.put(it.getKey(), it.getValue().asLong()));
    return Optional.of(counts);
  }

  OptionalLong withdrawn() {
    return number(json.path("counts").path("withdrawn"));
  }

  Optional<Changes> changes() {
    JsonNode counts = json.path("counts");
    return counts.has("added")
        ? Optional.of(
            new Changes(
                counts.path("added").asLong(),
                counts.path("updated").asLong(),
                counts.path("withdrawn").asLong()))
        : Optional.empty();
  }

  /** Without authors there are no figures. */
  Optional<ScoreSpread> spread() {
    JsonNode scores = json.path("distribution");
    return scores.path("p50").isNumber() ? Optional.of(spread(scores)) : Optional.empty();
  }

  private ScoreSpread spread(JsonNode scores) {
    List<Bin> bins = new ArrayList<>();
    for (JsonNode bin : scores.path("histogram")) {
      bins.add(
          new Bin(bin.path("from").asInt(), bin.path("to").asInt(), bin.path("count").asLong()));
    }
    return new ScoreSpread(
        id(),
        count(),
        scores.path("min").asDouble(),
        scores.path("p5").asDouble(),
        scores.path("p25").asDouble(),
        scores.path("p50").asDouble(),
        scores.path("p75").asDouble(),
        scores.path("p95").asDouble(),
        scores.path("max").asDouble(),
        scores.path("mean").asDouble(),
        scores.path("zero_scores").asLong(),
        bins);
  }

  private static OptionalLong number(JsonNode node) {
    return node.isNumber() ? OptionalLong.of(node.asLong()) : OptionalLong.empty();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
  }
}
