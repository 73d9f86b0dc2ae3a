package dev.influx.app;

import dev.influx.schemas.AuditEvent;
import dev.influx.scorer.replay.Replay;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The entries of the audit topic for people and programs. Apart from the command: what its methods
 * name is loaded even when somebody only asks for help.
 */
final class AuditEntries {
  private AuditEntries() {}

  /** All of them, or those of one replay. */
  static List<Map<String, Object>> of(ReplayWork work, Optional<String> replay) throws IOException {
    return work.log().events().stream()
        .filter(
            event -> replay.isEmpty() || event.getSubject().equals(Replay.subject(replay.get())))
        .map(AuditEntries::entry)
        .toList();
  }

  private static Map<String, Object> entry(AuditEvent event) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("at", event.getAt().toString());
    entry.put("subject", event.getSubject());
    entry.put("action", event.getAction());
    entry.put("by", event.getBy());
    entry.put("detail", event.getDetail());
    return entry;
  }

  static List<String> table(List<Map<String, Object>> entries) {
    Table table = new Table("AT", "SUBJECT", "ACTION", "BY", "DETAIL");
    for (Map<String, Object> entry : entries) {
      table.add(
          entry.get("at").toString(),
          Shown.line(entry.get("subject").toString()),
          Shown.line(entry.get("action").toString()),
          Shown.line(Objects.toString(entry.get("by"), "-")),
          Shown.line(Objects.toString(entry.get("detail"), "-")));
    }
    return table.lines();
  }
}
