package dev.influx.simulator;

import static dev.influx.simulator.ApiJson.object;

import dev.influx.simulator.money.MeterReading.Standing;
import dev.influx.simulator.rate.Grant;
import dev.influx.simulator.rate.Limits.Refusal;

/** The answers of X to requests that it does not serve at all. */
final class Problems {

  /** Not to be held in a double. */
  private static final long ACCOUNT = 1_650_000_000_000_000_042L;

  private final Dialect dialect;

  Problems(Dialect dialect) {
    this.dialect = dialect;
  }

  static Reply notFound() {
    return Reply.problem(404, AnswerClass.NOT_FOUND, "Not Found");
  }

  static Reply methodNotAllowed(String allowed) {
    return Reply.problem(405, AnswerClass.METHOD_NOT_ALLOWED, "Method Not Allowed")
        .with("allow", allowed);
  }

  static Reply unauthorized() {
    return Reply.problem(401, AnswerClass.UNAUTHORIZED, "Unauthorized");
  }

  Reply notEnrolled() {
    return Reply.of(
        403,
        AnswerClass.NOT_ENROLLED,
        object(
            json -> {
              json.writeStringField("client_id", "00000000");
              json.writeStringField(
                  "detail",
                  "When authenticating requests to the Twitter API v2 endpoints, you must use keys"
                      + " and tokens from a Twitter developer App that is attached to a Project."
                      + " You can create a project via the developer portal.");
              json.writeStringField(
                  "registration_url", "https://developer.twitter.com/en/docs/projects/overview");
              json.writeStringField("title", "Client Forbidden");
              json.writeStringField("required_enrollment", "Appropriate Level of API Access");
              json.writeStringField("reason", "client-not-enrolled");
              json.writeStringField("type", dialect.problemType("client-forbidden"));
            }));
  }

  Reply suspendedCaller() {
    return Reply.of(
        403,
        AnswerClass.FAULT,
        typed("Forbidden", "The user account is suspended.", "user-suspended", 403));
  }

  /** The refusal of a request that was not granted. */
  Reply tooMany(Grant grant, Refusal refusal) {
    AnswerClass kind =
        grant.verdict() == Grant.Verdict.TOO_FAST ? AnswerClass.TOO_FAST : AnswerClass.RATE_LIMITED;
    return switch (refusal) {
      case ABOUT_BLANK -> Reply.problem(429, kind, "Too Many Requests");
      case CODE_88 -> Reply.of(429, kind, coded(88, "Rate limit exceeded"));
      case PROBLEM ->
          Reply.of(
              429,
              kind,
              typed("Too Many Requests", "Too Many Requests", "rate-limit-exceeded", 429));
    };
  }

  /** The refusal of a request that cannot be paid for. */
  Reply noMoney(Standing standing) {
    return switch (standing) {
      case USAGE_CAPPED -> Reply.of(429, AnswerClass.USAGE_CAPPED, usageCapped());
      case SPEND_CAPPED ->
          Reply.of(402, AnswerClass.SPEND_CAPPED, paymentRequired("spending limit reached"));
      case OPEN, CREDITS_DEPLETED ->
          Reply.of(402, AnswerClass.CREDITS_DEPLETED, paymentRequired("credits depleted"));
    };
  }

  private byte[] paymentRequired(String detail) {
    return typed("Payment Required", detail, "credits-depleted", 402);
  }

  private byte[] usageCapped() {
    return object(
        json -> {
          json.writeNumberField("account_id", ACCOUNT);
          json.writeStringField("product_name", "standard-basic");
          json.writeStringField("title", "UsageCapExceeded");
          json.writeStringField("period", "Monthly");
          json.writeStringField("scope", "Product");
          json.writeStringField("detail", "Usage cap exceeded: Monthly product cap");
          json.writeStringField("type", dialect.problemType("usage-capped"));
        });
  }

  private byte[] typed(String title, String detail, String type, int status) {
    return object(
        json -> {
          json.writeStringField("title", title);
          json.writeStringField("detail", detail);
          json.writeStringField("type", dialect.problemType(type));
          json.writeNumberField("status", status);
        });
  }

  static byte[] wrongKeys() {
    return object(
        json -> {
          json.writeArrayFieldStart("errors");
          json.writeStartObject();
          json.writeNumberField("code", 99);
          json.writeStringField("label", "authenticity_token_error");
          json.writeStringField("message", "Unable to verify your credentials");
          json.writeEndObject();
          json.writeEndArray();
        });
  }

  static byte[] coded(int code, String message) {
    return object(
        json -> {
          json.writeArrayFieldStart("errors");
          json.writeStartObject();
          json.writeNumberField("code", code);
          json.writeStringField("message", message);
          json.writeEndObject();
          json.writeEndArray();
        });
  }
}
