package dev.influx.simulator;

import static dev.influx.simulator.ApiJson.object;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.influx.simulator.compliance.ComplianceJob;
import dev.influx.simulator.compliance.ComplianceJob.Status;
import dev.influx.simulator.compliance.Finding;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Writes the answers of the endpoints that are not about users. */
final class ServiceJson {

  private static final String PROJECT = "1650000000000000007";
  private static final String APP = "28100042";

  private ServiceJson() {}

  static byte[] token(AccessToken token) {
    return object(
        json -> {
          json.writeStringField("token_type", "bearer");
          json.writeStringField("access_token", token.value());
        });
  }

  /** A job with the addresses of its files, which begin with that of the simulator. */
  record Shown(ComplianceJob job, Status status, String base) {}

  static byte[] job(Shown shown) {
    return object(
        json -> {
          json.writeFieldName("data");
          write(json, shown);
        });
  }

  static byte[] jobs(List<Shown> jobs) {
    return object(
        json -> {
          if (!jobs.isEmpty()) {
            json.writeArrayFieldStart("data");
            for (Shown shown : jobs) {
              write(json, shown);
            }
            json.writeEndArray();
          }
          json.writeObjectFieldStart("meta");
          json.writeNumberField("result_count", jobs.size());
          json.writeEndObject();
        });
  }

  static byte[] finding(Finding finding) {
    return object(
        json -> {
          json.writeStringField("id", finding.id());
          json.writeStringField("action", "delete");
          json.writeStringField("created_at", timestamp(finding.since()));
          if (!finding.reason().equals("protected")) {
            json.writeStringField("redacted_at", timestamp(finding.since()));
          }
          json.writeStringField("reason", finding.reason());
        });
  }

  /**
   * What was read in a project of one app.
   *
   * @param days what was billed on each, or empty to leave them out
   */
  record Usage(String cap, long used, int resetDay, Map<LocalDate, Long> days) {}

  static byte[] usage(Usage usage) {
    return object(
        json -> {
          json.writeObjectFieldStart("data");
          json.writeNumberField("cap_reset_day", usage.resetDay());
          json.writeStringField("project_cap", usage.cap());
          json.writeStringField("project_id", PROJECT);
          json.writeStringField("project_usage", Long.toString(usage.used()));
          if (!usage.days().isEmpty()) {
            json.writeObjectFieldStart("daily_project_usage");
            json.writeStringField("project_id", PROJECT);
            writeDays(json, usage.days());
            json.writeEndObject();
            json.writeArrayFieldStart("daily_client_app_usage");
            json.writeStartObject();
            json.writeStringField("client_app_id", APP);
            json.writeNumberField("usage_result_count", usage.days().size());
            writeDays(json, usage.days());
            json.writeEndObject();
            json.writeEndArray();
          }
          json.writeEndObject();
        });
  }

  private static void writeDays(JsonGenerator json, Map<LocalDate, Long> days) throws IOException {
    json.writeArrayFieldStart("usage");
    for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
      json.writeStartObject();
      json.writeStringField("date", day.getKey() + "T00:00:00.000Z");
      json.writeStringField("usage", Long.toString(day.getValue()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Shown shown) throws IOException {
    ComplianceJob job = shown.job();
    json.writeStartObject();
    json.writeStringField("id", job.id());
    json.writeStringField("type", job.type());
    if (job.name().isPresent()) {
      json.writeStringField("name", job.name().get());
    }
    json.writeStringField("status", shown.status().wire());
    json.writeBooleanField("resumable", job.resumable());
    json.writeStringField("created_at", timestamp(job.createdAt()));
    json.writeStringField(
        "upload_url", shown.base() + CompliancePaths.upload(job.id(), job.signature()));
    json.writeStringField("upload_expires_at", timestamp(job.uploadExpiresAt()));
    json.writeStringField(
        "download_url", shown.base() + CompliancePaths.download(job.id(), job.signature()));
    json.writeStringField("download_expires_at", timestamp(job.downloadExpiresAt()));
    json.writeEndObject();
  }

  private static String timestamp(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z");
  }
}
