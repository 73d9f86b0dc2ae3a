package dev.influx.validator.audit.review;

import dev.influx.validator.audit.Stratum;
import java.util.Optional;

/**
 * A row of a sheet that is as it was written, but for its label.
 *
 * @param label empty if nobody has said anything yet
 */
record SheetRow(
    String source, int line, String id, Stratum stratum, Optional<Label> label, Run run) {
  String where() {
    return source + ":" + line;
  }
}
