package dev.influx.sink;

import dev.influx.sink.files.LineReader;
import dev.influx.sink.files.PublishDirectory;
import dev.influx.sink.files.StoredSnapshot;
import dev.influx.sink.index.AuthorIndex;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a new index how everybody stood in the snapshot that was published last. */
final class LastSnapshot {
  private static final Logger LOG = LoggerFactory.getLogger(LastSnapshot.class);

  private LastSnapshot() {}

  static void rememberIn(AuthorIndex index, PublishDirectory directory) {
    try {
      Optional<StoredSnapshot> stored = directory.stored();
      if (stored.isPresent()) {
        try (InputStream lines = stored.get().openAuthors()) {
          new LineReader(lines).forEach(index::remember);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("the last snapshot cannot be compared with: {}", e.getMessage());
    }
  }
}
