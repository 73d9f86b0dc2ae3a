package dev.influx.app.violations.harvester;

import dev.influx.app.violations.sink.Part;

final class UsesSink {
  Part sink() {
    return new Part();
  }
}
