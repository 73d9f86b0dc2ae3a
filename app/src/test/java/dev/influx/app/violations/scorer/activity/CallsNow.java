package dev.influx.app.violations.scorer.activity;

import java.time.LocalDate;
import java.time.ZoneOffset;

final class CallsNow {
  LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
