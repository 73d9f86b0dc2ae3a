package dev.influx.app.violations.monitor;

import dev.influx.app.violations.scorer.Part;

final class UsesScorer {
  Part scorer() {
    return new Part();
  }
}
