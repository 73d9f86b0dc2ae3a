package dev.influx.scorer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.SourceKind;
import dev.influx.schemas.xuser.UserObject;
import dev.influx.schemas.xuser.UserReading;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.activity.Observed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Authors of November 2025, with what an independent implementation says of them. */
public final class RealAuthors {
  public static final Instant AS_OF = Instant.parse("2025-11-28T00:00:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DEV = Path.of(System.getProperty("influx.shared"), "data", "dev");

  private RealAuthors() {}

  /** By id, each with one observation. */
  public static Map<String, History> histories() {
    Map<String, History> histories = new LinkedHashMap<>();
    lines("users.jsonl").forEach(user -> histories.put(user.get("id").asText(), history(user)));
    return histories;
  }

  /** By id: the scores and components of each model. */
  public static Map<String, JsonNode> reference() {
    Map<String, JsonNode> reference = new LinkedHashMap<>();
    lines("golden.jsonl").forEach(line -> reference.put(line.get("id").asText(), line));
    return reference;
  }

  /** The ids of those above the entry threshold that a person labelled as individuals. */
  public static List<String> acceptedIndividuals() {
    return lines("labels.jsonl").stream()
        .filter(line -> line.get("label").asText().equals("individual"))
        .map(line -> line.get("id").asText())
        .toList();
  }

  private static History history(JsonNode user) {
    UserReading.Author author = (UserReading.Author) UserObject.read(user);
    RawProfile observation =
        RawProfile.newBuilder()
            .setId(author.id())
            .setFetchedAt(AS_OF)
            .setAvailability(Availability.AVAILABLE)
            .setProfile(author.profile())
            .setDomain(user.path("domain").textValue())
            .setProvenance(
                Provenance.newBuilder()
                    .setKind(SourceKind.IMPORT)
                    .setEndpoint("users.jsonl")
                    .setAnswerSha256(new Sha256(new byte[32]))
                    .build())
            .setSources(List.of())
            .build();
    Observed first = History.observe(Optional.empty(), observation, new Lineage("file", 0, 1L));
    return first.history().orElseThrow();
  }

  private static List<JsonNode> lines(String file) {
    try (var lines = Files.lines(DEV.resolve(file))) {
      return lines.filter(line -> !line.isBlank()).map(RealAuthors::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
