package dev.influx.harvester.api;

import dev.influx.harvester.api.Page.Evidence;
import dev.influx.harvester.api.Page.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides what an HTTP answer means for the run. */
final class Classifier {
  private static final int OK = 200;
  private static final int FIRST_REDIRECT = 300;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int PAYMENT_REQUIRED = 402;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int FIRST_SERVER_ERROR = 500;

  private final Redaction redaction;
  private final Stops stops;

  Classifier(ApiSettings settings) {
    this.redaction = new Redaction(settings.token());
    this.stops = new Stops(settings, redaction);
  }

  Answer classify(Request request, Received received) {
    int status = received.status();
    if (status == OK) {
      return page(request, received);
    }
    Refusal refusal = Refusal.read(received, redaction);
    if (request instanceof PageRequest page && isAboutTheListing(page, refusal)) {
      return new Answer.Poison(List.of(), refusal.text());
    }
    if (status == NOT_FOUND && request instanceof Lookup lookup && lookup.alone()) {
      return missing(lookup, received, refusal);
    }
    return switch (status) {
      case BAD_REQUEST ->
          request instanceof Lookup lookup
              ? badRequest(lookup, refusal)
              : stops.misunderstood(BAD_REQUEST, refusal);
      case UNAUTHORIZED -> stops.unauthorized(refusal);
      case PAYMENT_REQUIRED -> stops.unpaid(refusal);
      // a block page comes from the edge and passes; a refusal of X itself does not
      case FORBIDDEN -> refusal.json() ? stops.forbidden(refusal) : passing(status, refusal);
      case REQUEST_TIMEOUT -> passing(status, refusal);
      case TOO_MANY_REQUESTS ->
          isCapped(refusal) ? stops.capped(refusal) : new Answer.Limited(refusal.text());
      default -> other(received, refusal);
    };
  }

  /** A single user who is missing is told of with the status, a missing one of many is not. */
  private static Answer missing(Lookup lookup, Received received, Refusal refusal) {
    Problem problem =
        new Problem(
            Optional.of("Not Found Error"),
            Optional.of(refusal.text()),
            Optional.empty(),
            Optional.of("user"),
            Optional.empty(),
            Optional.of(lookup.keys().get(0)),
            Optional.empty());
    return new Answer.Ok(
        new Page(evidence(lookup, received), List.of(), List.of(problem), Optional.empty()));
  }

  /** What an exchange that brought no answer at all means. */
  Answer classify(IOException failure) {
    String reason = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    return new Answer.Transient(redaction.clean(failure.getClass().getSimpleName() + reason));
  }

  private Answer page(Request request, Received received) {
    if (received.body().isEmpty()) {
      return new Answer.Transient("200 with an empty body");
    }
    try {
      Page page = PageReader.read(received.body(), evidence(request, received), redaction);
      boolean mayBeEmpty = request instanceof PageRequest && page.meta().isPresent();
      boolean saysSomething = mayBeEmpty || !page.users().isEmpty() || !page.problems().isEmpty();
      return saysSomething
          ? new Answer.Ok(page)
          : new Answer.Transient("200 with neither users nor errors");
    } catch (IOException e) {
      return new Answer.Transient(
          redaction.clean("200 with an unreadable body: " + firstLine(e.getMessage())));
    }
  }

  private static Evidence evidence(Request request, Received received) {
    return new Evidence(
        request.endpoint(),
        received.header("x-transaction-id"),
        received.body().sha256(),
        received.serverDate(),
        received.at());
  }

  /** One list or user that cannot be had is no reason to ask for no other. */
  private static boolean isAboutTheListing(PageRequest page, Refusal refusal) {
    boolean unsaid = refusal.isOfType("invalid-request") && refusal.parameters().isEmpty();
    return refusal.isOfType("resource-not-found")
        || refusal.isOfType("not-authorized-for-resource")
        || refusal.parameters().containsKey("id")
        || refusal.parameters().containsKey("pagination_token")
        || (unsaid && page.token().isPresent());
  }

  private Answer badRequest(Lookup lookup, Refusal refusal) {
    String ours = lookup.by().parameter();
    // the plural is what was sent, the singular what some answers call it
    List<String> names = List.of(ours, ours.substring(0, ours.length() - 1));
    boolean aboutOthers =
        !refusal.parameters().isEmpty()
            && names.stream().noneMatch(refusal.parameters()::containsKey);
    boolean aboutKeys = !refusal.parameters().isEmpty() || refusal.isOfType("invalid-request");
    if (aboutOthers || !aboutKeys) {
      return stops.misunderstood(BAD_REQUEST, refusal);
    }
    Set<String> refused =
        names.stream()
            .flatMap(name -> refusal.parameters().getOrDefault(name, List.of()).stream())
            .map(Lookup.By::fold)
            .collect(Collectors.toSet());
    List<String> bad =
        lookup.keys().stream().filter(key -> refused.contains(Lookup.By.fold(key))).toList();
    // a complaint about every key is about the request as a whole: it tells nothing of a single one
    boolean telling = bad.size() < lookup.keys().size() || bad.size() == 1;
    return new Answer.Poison(telling ? bad : List.of(), refusal.text());
  }

  private static boolean isCapped(Refusal refusal) {
    return refusal.isOfType("usage-capped") || refusal.title().equals("UsageCapExceeded");
  }

  private Answer other(Received received, Refusal refusal) {
    int status = received.status();
    if (status >= FIRST_SERVER_ERROR || status < FIRST_REDIRECT) {
      return passing(status, refusal);
    }
    Optional<String> target = received.header("location");
    return status < BAD_REQUEST && target.isPresent()
        ? stops.redirected(status, target.get())
        : stops.misunderstood(status, refusal);
  }

  private static Answer passing(int status, Refusal refusal) {
    return new Answer.Transient(status + " " + refusal.text());
  }

  /** Jackson adds where in which source on further lines. */
  private static String firstLine(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
