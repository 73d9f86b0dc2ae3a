package dev.influx.harvester.errand;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.runtime.files.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a run over a list is, for whoever resumes it.
 *
 * @param created when it began, in the form of ISO 8601
 * @param asked whom it asks
 * @param sources the lists it was given
 * @param accepted authors on them
 * @param duplicates entries that name one of those again
 * @param rejected entries that name nobody whom X could be asked for
 * @param finished whether it came to its end
 */
public record RunDescription(
    String id,
    String created,
    Counterpart asked,
    List<Source> sources,
    long accepted,
    long duplicates,
    long rejected,
    boolean finished) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  public RunDescription {
    Objects.requireNonNull(asked, "it is not said whom the run asks");
    sources = List.copyOf(sources);
  }

  Instant createdAt() {
    return Instant.parse(created);
  }

  RunDescription asFinished() {
    return new RunDescription(id, created, asked, sources, accepted, duplicates, rejected, true);
  }

  /**
   * Fails where a run would go on with somebody else: the ids of a simulator are nobody's on X.
   *
   * @throws UnableToUseRunException if it would
   */
  public void requireSame(Counterpart other) {
    if (!asked.equals(other)) {
      throw new UnableToUseRunException(
          "the run " + id + " does not go on with " + other.address(),
          "it began with " + asked.address() + " (" + asked.source() + ")",
          "go on with " + asked.words() + "; or begin anew: influx harvest bulk",
          null);
    }
  }

  void write(Path file) throws IOException {
    WholeFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
  }

  static RunDescription read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), RunDescription.class);
  }
}
