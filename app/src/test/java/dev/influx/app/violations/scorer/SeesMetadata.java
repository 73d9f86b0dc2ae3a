package dev.influx.app.violations.scorer;

import org.apache.kafka.metadata.storage.Formatter;

final class SeesMetadata {
  Formatter formatter() {
    return new Formatter();
  }
}
