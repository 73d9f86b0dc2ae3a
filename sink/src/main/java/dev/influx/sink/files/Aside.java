package dev.influx.sink.files;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.influx.sink.snapshot.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The last snapshot that was not let out, beside those that were: a report that says why, and its
 * authors where they could be told. It goes when a snapshot is published.
 */
public final class Aside {
  /** The directory in a data directory. */
  public static final String DIRECTORY = "withheld";

  public static final String REPORT = "report.json";

  private static final ObjectWriter JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build()
          .writerWithDefaultPrettyPrinter();

  private final Path path;

  Aside(Path data) {
    this.path = data.resolve(DIRECTORY);
  }

  /** Takes the place of whatever was withheld before. */
  public void put(Record report, Optional<Snapshot> snapshot) throws IOException {
    Files.createDirectories(path);
    if (snapshot.isPresent()) {
      Snapshot authors = snapshot.get();
      try (StagedFile file =
          StagedFile.write(
              path.resolve(StoredSnapshot.AUTHORS),
              out -> {
                try (BlockGzip gzip = new BlockGzip(out)) {
                  authors.writeTo(gzip);
                  gzip.finish();
                }
              })) {
        file.putInPlace();
      }
    } else {
      Files.deleteIfExists(path.resolve(StoredSnapshot.AUTHORS));
    }
    byte[] text = (JSON.writeValueAsString(report) + "\n").getBytes(StandardCharsets.UTF_8);
    try (StagedFile file = StagedFile.write(path.resolve(REPORT), out -> out.write(text))) {
      file.putInPlace();
    }
  }

  /** Nothing is withheld any more. */
  public void clear() throws IOException {
    Files.deleteIfExists(path.resolve(REPORT));
    Files.deleteIfExists(path.resolve(StoredSnapshot.AUTHORS));
    Files.deleteIfExists(path);
  }
}
