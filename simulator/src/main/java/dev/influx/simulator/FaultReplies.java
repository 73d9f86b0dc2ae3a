package dev.influx.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.simulator.fault.FaultRule;
import dev.influx.simulator.money.MeterReading.Standing;
import dev.influx.simulator.rate.Grant;
import dev.influx.simulator.rate.Limits.Refusal;

/** The answers that take the place of the right one when a script says so. */
final class FaultReplies {

  static final String ELSEWHERE = "https://elsewhere.example";

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String HTML = "text/html; charset=utf-8";

  private final Problems problems;
  private final Refusal refusal;

  FaultReplies(Problems problems, Refusal refusal) {
    this.problems = problems;
    this.refusal = refusal;
  }

  /**
   * The answer of a fault of the group for answers.
   *
   * @param target of the request, for redirections
   * @param window how the rate window stands
   */
  Reply reply(FaultRule rule, String target, Grant window) {
    return switch (rule.kind()) {
      case ERROR_500 -> problem(500, "Internal Server Error");
      case ERROR_502 -> page(502, "Bad gateway");
      case ERROR_503_JSON -> problem(503, "Service Unavailable");
      case ERROR_503_TEXT -> written(503, TEXT, "Service Unavailable");
      case ERROR_503_ENVOY ->
          written(
              503,
              TEXT,
              "upstream connect error or disconnect/reset before headers. reset reason:"
                  + " connection termination");
      case ERROR_503_HTML -> page(503, "Service temporarily unavailable");
      case ERROR_403_HTML -> page(403, "Attention Required!");
      case ERROR_403_JSON -> problem(403, "Forbidden");
      case ERROR_403_NOT_ENROLLED -> problems.notEnrolled();
      case ERROR_403_SUSPENDED_CALLER -> problems.suspendedCaller();
      case ERROR_401 -> Problems.unauthorized();
      case ERROR_402 -> problems.noMoney(Standing.CREDITS_DEPLETED);
      case ERROR_404 -> Problems.notFound();
      case ERROR_408 -> problem(408, "Request Timeout");
      case ERROR_429 -> problems.tooMany(window, refusal);
      case ERROR_429_USAGE_CAPPED -> problems.noMoney(Standing.USAGE_CAPPED);
      case REDIRECT_301 -> redirect(301, rule, target);
      case REDIRECT_307 -> redirect(307, rule, target);
      default -> throw new IllegalArgumentException(rule.kind() + " has no answer of its own");
    };
  }

  private static Reply redirect(int status, FaultRule rule, String target) {
    return written(status, TEXT, "").with("location", rule.to(ELSEWHERE) + target);
  }

  private static Reply problem(int status, String title) {
    return Reply.problem(status, AnswerClass.FAULT, title);
  }

  private static Reply page(int status, String title) {
    String html =
        "<!DOCTYPE html>\n<html><head><title>%s | api.x.com</title></head><body><h1>%s</h1>"
                .formatted(title, title)
            + "<p>Ray ID: 8f2c1a7be9d04c11</p></body></html>\n";
    return written(status, HTML, html);
  }

  private static Reply written(int status, String type, String text) {
    return Reply.of(status, AnswerClass.FAULT, text.getBytes(UTF_8)).with("content-type", type);
  }
}
