package dev.influx.harvester.api;

import dev.influx.harvester.api.Answer.Stop;
import dev.influx.harvester.api.Answer.Stop.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** What a person is told when X will answer nothing more until that person has acted. */
final class Stops {
  private static final String PORTAL = "https://developer.x.com (your app, Keys and tokens)";
  private static final int NOT_FOUND = 404;

  private final ApiSettings settings;
  private final Redaction redaction;

  Stops(ApiSettings settings, Redaction redaction) {
    this.settings = settings;
    this.redaction = redaction;
  }

  Stop unauthorized(Refusal refusal) {
    return new Stop(
        Kind.AUTH,
        "X does not accept the bearer token from " + settings.tokenOrigin(),
        "401 " + refusal.text(),
        "get an app-only Bearer Token at %s and put it into %s"
            .formatted(PORTAL, settings.tokenOrigin()));
  }

  Stop forbidden(Refusal refusal) {
    String remedy =
        refusal.reason().equals("client-not-enrolled")
            ? "attach the app to a package such as Pay-per-use at " + PORTAL
            : "see what the app may do at %s; its token is from %s"
                .formatted(PORTAL, settings.tokenOrigin());
    return new Stop(Kind.AUTH, "X refuses to answer this app", "403 " + refusal.text(), remedy);
  }

  Stop unpaid(Refusal refusal) {
    return new Stop(
        Kind.QUOTA,
        "X answers no more until it is paid",
        "402 " + refusal.text(),
        "add credits or raise the spending limit at https://developer.x.com, then start again");
  }

  Stop capped(Refusal refusal) {
    return new Stop(
        Kind.QUOTA,
        "the usage cap of the account on X is reached",
        "429 " + refusal.text(),
        "raise the cap at https://developer.x.com, or start again in the next period");
  }

  /** A limit that X would lift by itself, but too late. */
  Stop tooLate(Instant opens) {
    return new Stop(
        Kind.QUOTA,
        "X answers no more before " + opens,
        "a rate limit is used up for longer than "
            + settings.longestWait().toSeconds()
            + " s in all",
        "start again then, or allow a longer wait with --max-wait");
  }

  /** Nothing is wrong but that there is no answer. */
  Stop silent(Duration silence, String why) {
    return new Stop(
        Kind.OUTAGE,
        "X at " + settings.baseUrl() + " has answered nothing for " + silence.toMinutes() + " min",
        "the last failure was: " + why,
        "see to the connection, or wait for X; what is done is noted, so go on later with:"
            + " influx harvest resume");
  }

  Stop redirected(int status, String location) {
    return new Stop(
        Kind.CONFIG,
        "the X API at " + settings.baseUrl() + " sends requests elsewhere",
        status + " to " + origin(location) + ", where the token must not follow",
        "set harvest.api.base_url to the address that answers itself");
  }

  Stop misunderstood(int status, Refusal refusal) {
    String what =
        status == NOT_FOUND
            ? "there is no X API at " + settings.baseUrl()
            : "the X API at " + settings.baseUrl() + " does not understand the request";
    String about =
        refusal.parameters().isEmpty() ? "" : " (about " + refusal.parameters().keySet() + ")";
    return new Stop(
        Kind.CONFIG,
        what,
        status + " " + redaction.clean(refusal.text() + about),
        "check harvest.api.base_url, and whether the API speaks the other dialect than "
            + settings.dialect().code());
  }

  /** Scheme and host alone: the rest may carry what was sent. */
  private String origin(String location) {
    try {
      URI target = settings.baseUrl().resolve(location);
      return redaction.clean(target.getScheme() + "://" + target.getHost());
    } catch (IllegalArgumentException e) {
      return "an address that is none";
    }
  }
}
