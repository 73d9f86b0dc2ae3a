package dev.influx.sink.requests;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.runtime.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests that lie in a data directory, and their answers; each file appears as a whole. */
public final class RequestBox {
  private static final Logger LOG = LoggerFactory.getLogger(RequestBox.class);
  private static final String DIRECTORY = "requests";
  private static final String REQUEST = ".request.json";
  private static final String ANSWER = ".answer.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final Path path;

  private RequestBox(Path path) {
    this.path = path;
  }

  /** The box of a data directory. */
  public static RequestBox in(Path dataDirectory) {
    return new RequestBox(dataDirectory.resolve(DIRECTORY));
  }

  /** Lays a request down. */
  public void ask(SnapshotRequest request) throws IOException {
    write(request.id() + REQUEST, request);
  }

  /** What a sink made of a request, once; empty until it has. */
  public Optional<SnapshotAnswer> takeAnswer(String id) throws IOException {
    Path file = path.resolve(id + ANSWER);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    SnapshotAnswer answer = JSON.readValue(file.toFile(), SnapshotAnswer.class);
    Files.delete(file);
    return Optional.of(answer);
  }

  /** Nobody waits for the answer any more. */
  public void withdraw(String id) throws IOException {
    Files.deleteIfExists(path.resolve(id + REQUEST));
    Files.deleteIfExists(path.resolve(id + ANSWER));
  }

  /** What lies there; what cannot be read as a request is thrown away. */
  public List<SnapshotRequest> requests() {
    List<SnapshotRequest> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.filter(each -> each.toString().endsWith(REQUEST)).toList()) {
        read(file).ifPresent(found::add);
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      LOG.warn("requests for snapshots cannot be read: {}", e.getMessage());
    }
    return found;
  }

  private static Optional<SnapshotRequest> read(Path file) throws IOException {
    try {
      return Optional.of(JSON.readValue(file.toFile(), SnapshotRequest.class));
    } catch (IOException e) {
      LOG.warn("{} is not a request and is removed: {}", file, e.getMessage());
      Files.deleteIfExists(file);
      return Optional.empty();
    }
  }

  /** Says what came of a request; it is done with. */
  public void answer(SnapshotRequest request, SnapshotAnswer answer) {
    try {
      if (Files.deleteIfExists(path.resolve(request.id() + REQUEST))) {
        write(request.id() + ANSWER, answer);
      }
    } catch (IOException e) {
      LOG.warn("a request for a snapshot cannot be answered: {}", e.getMessage());
    }
  }

  private void write(String name, Record content) throws IOException {
    WholeFile.write(path.resolve(name), JSON.writeValueAsBytes(content));
  }
}
