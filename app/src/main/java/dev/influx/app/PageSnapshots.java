package dev.influx.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.monitor.facts.SnapshotFacts;
import dev.influx.monitor.facts.SnapshotFacts.Changes;
import dev.influx.monitor.facts.SnapshotFacts.Judge;
import dev.influx.monitor.facts.SnapshotFacts.Verification;
import dev.influx.monitor.results.ScoreSpread;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The snapshots in a data directory, as their manifests describe them, for the page. */
final class PageSnapshots {
  private static final Logger LOG = LoggerFactory.getLogger(PageSnapshots.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST = 10;
  private static final Duration VERIFY_EVERY = Duration.ofMinutes(1);
  private static final Duration READING = Duration.ofMillis(500);
  private static final String MANIFEST = "manifest.json";
  private static final String LIST = "latest.jsonl";
  private static final List<String> LATEST = List.of(LIST, "latest.jsonl.gz", MANIFEST);
  private static final List<String> KEPT =
      List.of("authors.jsonl.gz", "changes.jsonl.gz", MANIFEST, "SHA256SUMS");

  private final Path data;
  private final Map<String, Verification> verified = new HashMap<>();
  private Instant verifiedAt = Instant.MIN;

  PageSnapshots(Path data) {
    this.data = data;
  }

  /** The newest first; none where nothing was published. */
  List<SnapshotFacts> read(Instant now) {
    Map<String, Kept> all = new HashMap<>();
    for (Path directory : directories()) {
      manifest(directory.resolve(MANIFEST))
          .ifPresent(it -> all.put(id(it), new Kept(it, Optional.of(directory))));
    }
    Optional<JsonNode> current = manifest(data.resolve(MANIFEST));
    current.ifPresent(it -> all.putIfAbsent(id(it), new Kept(it, Optional.empty())));
    Optional<String> published = current.map(PageSnapshots::id);
    current.ifPresent(it -> verify(it, now));
    List<Kept> newest =
        all.values().stream()
            .sorted(Comparator.comparing(Kept::at).reversed())
            .limit(MOST)
            .toList();
    verified.keySet().retainAll(newest.stream().map(it -> id(it.manifest())).toList());
    verifyArchives(newest, now);
    return newest.stream()
        .map(it -> facts(it, published.equals(Optional.of(id(it.manifest())))))
        .toList();
  }

  /**
   * A snapshot that was found.
   *
   * @param place where it is kept, besides being published
   */
  private record Kept(JsonNode manifest, Optional<Path> place) {
    Instant at() {
      return Instant.parse(manifest.path("created_at").asText());
    }
  }

  /** The addresses at which the server of the monitor has them. */
  private List<String> files(Path directory, List<String> names) {
    return names.stream()
        .map(directory::resolve)
        .filter(Files::isRegularFile)
        .map(file -> "/" + data.relativize(file).toString().replace(File.separatorChar, '/'))
        .toList();
  }

  private static String id(JsonNode manifest) {
    return manifest.path("snapshot_id").asText();
  }

  private List<Path> directories() {
    Path snapshots = data.resolve("snapshots");
    if (!Files.isDirectory(snapshots)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(snapshots)) {
      return all.sorted(Comparator.<Path>naturalOrder().reversed()).limit(MOST).toList();
    } catch (IOException e) {
      LOG.debug("the snapshots in {} cannot be listed", snapshots, e);
      return List.of();
    }
  }

  private static Optional<JsonNode> manifest(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readTree(Files.readAllBytes(file))).filter(it -> it.has("count"))
          : Optional.empty();
    } catch (IOException e) {
      LOG.debug("{} cannot be read", file, e);
      return Optional.empty();
    }
  }

  private SnapshotFacts facts(Kept kept, boolean current) {
    JsonNode manifest = kept.manifest();
    List<String> files = new ArrayList<>(current ? files(data, LATEST) : List.of());
    kept.place().ifPresent(it -> files.addAll(files(it, KEPT)));
    return new SnapshotFacts(
        id(manifest),
        kept.at(),
        manifest.path("count").asLong(),
        number(manifest.path("bytes")),
        text(manifest.path("sha256")),
        judge(manifest.path("policy")),
        text(manifest.path("score_version")),
        rejected(manifest.path("counts").path("rejected")),
        number(manifest.path("counts").path("withdrawn")),
        changes(manifest.path("counts")),
        verified.getOrDefault(id(manifest), Verification.none()),
        current,
        files,
        spread(manifest));
  }

  private static OptionalLong number(JsonNode node) {
    return node.isNumber() ? OptionalLong.of(node.asLong()) : OptionalLong.empty();
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.ofNullable(node.isNull() || node.isMissingNode() ? null : node.asText());
  }

  private static Optional<Judge> judge(JsonNode policy) {
    return text(policy.path("id"))
        .map(id -> new Judge(id, text(policy.path("version")), text(policy.path("sha256"))));
  }

  private static Optional<Map<String, Long>> rejected(JsonNode codes) {
    if (!codes.isObject()) {
      return Optional.empty();
    }
    Map<String, Long> counts = new TreeMap<>();
    codes.properties().forEach(it -> counts.put(it.getKey(), it.getValue().asLong()));
    return Optional.of(counts);
  }

  private static Optional<Changes> changes(JsonNode counts) {
    return counts.has("added")
        ? Optional.of(
            new Changes(
                counts.path("added").asLong(),
                counts.path("updated").asLong(),
                counts.path("withdrawn").asLong()))
        : Optional.empty();
  }

  /** Without authors there are no figures. */
  private static Optional<ScoreSpread> spread(JsonNode manifest) {
    JsonNode scores = manifest.path("distribution");
    if (!scores.path("p50").isNumber()) {
      return Optional.empty();
    }
    List<ScoreSpread.Bin> bins = new ArrayList<>();
    scores
        .path("histogram")
        .forEach(
            bin ->
                bins.add(
                    new ScoreSpread.Bin(
                        bin.path("from").asInt(),
                        bin.path("to").asInt(),
                        bin.path("count").asLong())));
    return Optional.of(
        new ScoreSpread(
            id(manifest),
            manifest.path("count").asLong(),
            scores.path("min").asDouble(),
            scores.path("p5").asDouble(),
            scores.path("p25").asDouble(),
            scores.path("p50").asDouble(),
            scores.path("p75").asDouble(),
            scores.path("p95").asDouble(),
            scores.path("max").asDouble(),
            scores.path("mean").asDouble(),
            scores.path("zero_scores").asLong(),
            bins));
  }

  /** Again and again, for it is what people read; it reads the whole list. */
  private void verify(JsonNode manifest, Instant now) {
    if (verified.containsKey(id(manifest)) && verifiedAt.plus(VERIFY_EVERY).isAfter(now)) {
      return;
    }
    try {
      boolean same = hash(data.resolve(LIST)).equals(text(manifest.path("sha256")));
      if (manifest(data.resolve(MANIFEST))
          .map(PageSnapshots::id)
          .equals(Optional.of(id(manifest)))) {
        verified.put(id(manifest), result(same, LIST, now));
        verifiedAt = now;
      }
    } catch (IOException e) {
      LOG.debug("the list in {} cannot be read", data, e);
    }
  }

  /** Once, for they do not change; a few at a time, for lists may be long. */
  private void verifyArchives(List<Kept> kept, Instant now) {
    long end = System.nanoTime() + READING.toNanos();
    for (Kept each : kept) {
      boolean isNew = each.place().isPresent() && !verified.containsKey(id(each.manifest()));
      if (isNew && end - System.nanoTime() > 0) {
        verifyArchive(each.manifest(), each.place().get(), now);
      }
    }
  }

  private void verifyArchive(JsonNode manifest, Path directory, Instant now) {
    try {
      List<String> differing = new ArrayList<>();
      for (JsonNode file : manifest.path("files")) {
        String name = file.path("path").asText();
        // the list itself is kept packed only
        if (KEPT.contains(name)
            && !hash(directory.resolve(name)).equals(text(file.path("sha256")))) {
          differing.add(name);
        }
      }
      verified.put(id(manifest), result(differing.isEmpty(), String.join(", ", differing), now));
    } catch (IOException e) {
      LOG.debug("the snapshot in {} cannot be read", directory, e);
    }
  }

  private static Verification result(boolean same, String what, Instant now) {
    return new Verification(
        same ? "verified" : "failed",
        Optional.of(now),
        same ? List.of() : List.of(what + ": not the hash that the manifest names"));
  }

  private static Optional<String> hash(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return Optional.of(HexFormat.of().formatHex(in.getMessageDigest().digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
