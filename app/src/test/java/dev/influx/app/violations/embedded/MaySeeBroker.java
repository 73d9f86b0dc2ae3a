package dev.influx.app.violations.embedded;

import org.apache.kafka.metadata.storage.Formatter;

final class MaySeeBroker {
  Formatter formatter() {
    return new Formatter();
  }
}
