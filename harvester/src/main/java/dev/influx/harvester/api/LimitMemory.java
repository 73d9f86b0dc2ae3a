package dev.influx.harvester.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.runtime.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Until when addresses of the API are used up, in a file that outlives the process: whoever starts
 * anew would otherwise find out by a request that X refuses. Without the file it is not known, and
 * nothing else is lost.
 */
final class LimitMemory {
  private static final Logger LOG = LoggerFactory.getLogger(LimitMemory.class);
  private static final Pattern SEPARATOR = Pattern.compile("\t");

  private final Optional<Path> file;
  private final String base;

  private LimitMemory(Optional<Path> file, String base) {
    this.file = file;
    this.base = base;
  }

  static LimitMemory of(ApiSettings settings) {
    return new LimitMemory(settings.limits(), settings.baseUrl().toString());
  }

  /** Remembers nothing. */
  static LimitMemory none() {
    return new LimitMemory(Optional.empty(), "");
  }

  /** When the endpoint is to be asked again, if that is not over. */
  Optional<Instant> usedUp(Endpoint to, Instant now) {
    Optional<Instant> until =
        file.flatMap(path -> Optional.ofNullable(read(path).get(name(to))))
            .filter(time -> time.isAfter(now));
    until.ifPresent(
        time -> LOG.info("{} is used up until {}, says {}", name(to), time, file.get()));
    return until;
  }

  void remember(Endpoint to, Instant until) {
    file.ifPresent(path -> write(path, name(to), until));
  }

  private String name(Endpoint to) {
    return base + to.path();
  }

  private static Map<String, Instant> read(Path path) {
    Map<String, Instant> known = new LinkedHashMap<>();
    try {
      for (String line : Files.exists(path) ? Files.readAllLines(path) : List.<String>of()) {
        List<String> parts = List.of(SEPARATOR.split(line, -1));
        known.put(parts.get(0), Instant.parse(parts.get(1)));
      }
    } catch (IOException | DateTimeParseException | IndexOutOfBoundsException e) {
      LOG.warn("{} does not say which limits are used up: {}", path, e.getMessage());
    }
    return known;
  }

  /** Others may keep theirs in the same file. */
  private static void write(Path path, String name, Instant until) {
    Map<String, Instant> known = read(path);
    known.put(name, until);
    String lines =
        known.entrySet().stream()
            .map(e -> e.getKey() + "\t" + e.getValue() + "\n")
            .collect(Collectors.joining());
    try {
      WholeFile.write(path, lines.getBytes(UTF_8));
    } catch (IOException e) {
      LOG.warn("that {} is used up until {} is not noted: {}", name, until, e.getMessage());
    }
  }
}
