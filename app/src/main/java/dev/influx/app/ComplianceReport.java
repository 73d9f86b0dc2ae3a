package dev.influx.app;

import dev.influx.app.pipe.ComplianceStatus;
import dev.influx.app.pipe.ComplianceStatus.Standing;
import dev.influx.app.pipe.ComplianceStatus.State;
import dev.influx.schemas.ComplianceRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How all requests stand, on stdout; what is overdue is no success. */
final class ComplianceReport {
  private final Session session;

  ComplianceReport(Session session) {
    this.session = session;
  }

  ExitCode table(ComplianceStatus status) {
    Table table = new Table("ID", "STATE", "REQUESTED", "DEADLINE", "DONE", "BY", "REASON");
    for (Standing each : status.standings()) {
      ComplianceRequest request = each.request();
      table.add(
          Shown.line(request.getId()),
          word(each.state()),
          request.getRequestedAt().toString(),
          request.getDeadline().toString(),
          shown(request.getDoneAt()),
          shown(request.getRequestedBy()),
          shown(request.getReason()));
    }
    table.lines().forEach(session.out()::println);
    return exitCode(status);
  }

  ExitCode json(ComplianceStatus status) {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (State state : State.values()) {
      counts.put(word(state), status.count(state));
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("requests", status.standings().stream().map(ComplianceReport::entry).toList());
    report.put("counts", counts);
    session.printJson(report);
    return exitCode(status);
  }

  private static Map<String, Object> entry(Standing standing) {
    ComplianceRequest request = standing.request();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", request.getId());
    entry.put("action", request.getAction().name().toLowerCase(Locale.ROOT));
    entry.put("state", word(standing.state()));
    entry.put("requested_at", request.getRequestedAt().toString());
    entry.put("deadline", request.getDeadline().toString());
    entry.put("done_at", text(request.getDoneAt()));
    entry.put("requested_by", request.getRequestedBy());
    entry.put("reason", request.getReason());
    return entry;
  }

  private static String text(Instant at) {
    return at == null ? null : at.toString();
  }

  private static String shown(Object value) {
    return Shown.line(Objects.toString(value, "-"));
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static ExitCode exitCode(ComplianceStatus status) {
    return status.hasOverdue() ? ExitCode.CHECK_FAILED : ExitCode.OK;
  }
}
