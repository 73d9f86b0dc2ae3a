package dev.influx.app.violations.scorer.model;

import java.util.Date;

final class MakesDate {
  @SuppressWarnings("JavaUtilDate")
  Object time() {
    return new Date();
  }
}
