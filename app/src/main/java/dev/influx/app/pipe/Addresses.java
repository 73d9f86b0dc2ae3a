package dev.influx.app.pipe;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the parts of a whole pipe listen; noted in its data directory for as long as it runs.
 *
 * @param page null where no monitor runs
 */
public record Addresses(String broker, String registry, String simulator, String page) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "addresses.json";

  /** The addresses of the pipe that runs on a data directory, if one does. */
  public static Optional<Addresses> in(Path data) {
    Path file = data.resolve(FILE);
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(file.toFile(), Addresses.class))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void note(Path data) {
    try {
      JSON.writerWithDefaultPrettyPrinter().writeValue(data.resolve(FILE).toFile(), this);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to note the addresses in " + data, e);
    }
  }

  static void forget(Path data) throws IOException {
    Files.deleteIfExists(data.resolve(FILE));
  }
}
